"""Words that fill the wordings. A part of the nouns and names is kept for held-out tasks."""

import random

NAMES = """anna ben clara david emma felix grace hugo ida jonas kim lena max nora omar paula quentin rosa sam tina
uma victor wendy yusuf zoe amir bella carlos dora elif fatima george hana ivan julia kofi leila marco nina oscar
priya ravi sofia tom maria ali chen diego eva finn lucas mia noah olga peter sara maya ade ruth""".split()
NOUNS = """apple egg book pen pencil notebook card stamp marble ball coin ticket cup plate chair table lamp shirt
sock hat shoe cake cookie roll flower rose candle key stone shell sticker poster photo bottle carrot potato orange banana
lemon tomato melon pear plum nut bean seed toy doll car bike tyre screw nail brick tile board cable battery bulb
ring button ribbon bag basket map letter parcel envelope badge medal balloon kite puzzle game magazine newspaper
sandwich pizza pie pancake muffin bun bagel onion pepper mushroom grape olive sausage spoon fork knife bowl pot pan
towel blanket pillow curtain mug jar brush broom bucket hammer saw rope chain tent scarf glove jacket coat sweater
phone laptop camera radio clock watch mirror vase plant tree bench window door wheel pump lock bell whistle guitar
drum brochure leaflet flyer sign folder binder stapler eraser ruler marker crayon dice token chip cartridge""".split()
BEFORE_NOUNS = """red blue green old new small big wooden paper plastic metal glass chocolate football birthday garden kitchen school
paint tea coffee spare used fresh ripe broken silver gold cheap round heavy light summer winter christmas party baby pocket""".split()
MORE_NOUNS = """sheet page bulb brush can tin tube barrel crayon hook needle thread button pin pearl bead cork label sticker stick
straw napkin plate dish glass wine juice beer loaf slice biscuit sweet lolly pancake dumpling sausage steak wing nugget leek cabbage
cucumber radish pumpkin cherry strawberry raspberry fig date walnut almond mango kiwi lime tulip daisy lily fern pot seedling
shovel rake ladder plank beam pipe hose tap switch plug lead wire fuse lens filter charger speaker keyboard screen mouse printer
novel comic atlas diary calendar poem song record disc film ticket pass coupon voucher receipt invoice contract form stool sofa
bed desk rug curtain cushion mattress bin fan heater oven kettle toaster pram scooter skateboard helmet ski sled racket bat net
paddle tub swing slide statue frame medallion necklace ring earring bracelet purse wallet belt tie dress skirt blouse sandal boot""".split()
ANIMALS = "cow sheep goat pig horse duck chicken rabbit cat dog goose hen donkey pony fish bee bird lamb".split()
PLURALS = {"knife": "knives", "sheep": "sheep", "fish": "fish", "dice": "dice", "goose": "geese", "tomato": "tomatoes",
           "potato": "potatoes", "watch": "watches", "box": "boxes", "brush": "brushes", "bench": "benches",
           "sandwich": "sandwiches", "torch": "torches", "shelf": "shelves", "pony": "ponies", "battery": "batteries"}
KEPT = {"max", "rosa", "hana", "oscar", "ade", "pear", "bulb", "badge", "muffin", "spoon", "tent", "vase", "folder",
        "token", "mirror", "stone", "goat", "bee", "kite", "jar", "coat", "bell", "marker", "poster"}
PLACES = """the shop|the garden|the park|the library|the school|the kitchen|the office|the hall|the store|the market|the
village|the town|the barn|the warehouse|the museum|room one|the cellar|the basket|the box|the drawer|the first room|the
second room|london|paris|lima|nairobi|oslo|delhi|the club|the cafe|the bakery|the workshop|the harbour|the fridge""".replace(
    "\n", " ").split("|")
SHOPS = """shop bakery cafe school library farm club market bookshop museum restaurant factory workshop garage charity
kiosk hotel theatre nursery store warehouse""".split()
CONTAINERS = """box bag crate pack basket jar case tray packet carton drawer bucket shelf sack folder bundle""".split()
CURRENCY = ["peer"] * 5 + ["euros", "dollars", "pounds", "euro", "coins", "francs", "usd", "eur"]
BILLS = "electricity|water|phone|heating|internet|gas|insurance|food|transport|cleaning".split("|")
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "january march april may june july august october december".split()


def plural(noun: str) -> str:
    if noun in PLURALS:
        return PLURALS[noun]
    if noun.endswith(("x", "s", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def invented(rng: random.Random) -> str:
    """A word nobody has seen before."""
    onsets = ["b", "br", "c", "ch", "d", "dr", "f", "g", "gl", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s",
              "st", "t", "tr", "v", "w", "z"]
    return "".join(
        rng.choice(onsets) + rng.choice(["a", "e", "i", "o", "u", "ee", "oo", "ai"]) + rng.choice(["", "n", "r", "l", "t", "m"])
        for _ in range(rng.choice([1, 2, 2, 3]))
    )


def pick(rng: random.Random, pool: list[str], held_out: bool) -> str:
    """A word of the pool; training never sees the kept ones, held-out tasks see them often."""
    roll = rng.random()
    if roll < 0.07:
        return invented(rng)
    kept = [w for w in pool if w in KEPT]
    if held_out and kept and roll < 0.4:
        return rng.choice(kept)
    while True:
        word = rng.choice(pool)
        if word not in KEPT:
            return word


def described(rng: random.Random, noun: str) -> str:
    """Now and then with a word in front: football cards."""
    return f"{rng.choice(BEFORE_NOUNS)} {noun}" if rng.random() < 0.12 else noun


def slots(rng: random.Random, held_out: bool) -> dict[str, str]:
    names = [pick(rng, NAMES, held_out) for _ in range(4)]
    nouns = [described(rng, pick(rng, NOUNS if rng.random() < 0.6 else MORE_NOUNS, held_out)) for _ in range(8)]
    shop, container = pick(rng, SHOPS, held_out), pick(rng, CONTAINERS, held_out)
    places = rng.sample(PLACES, 4)
    days, bills, months = rng.sample(DAYS, 4), rng.sample(BILLS, 4), rng.sample(MONTHS, 4)
    animals = rng.sample(ANIMALS, 2)

    def one(noun: str) -> str:
        article = rng.choice(["a", "a", "the", "one", "my"])
        return ("an" if article == "a" and noun[0] in "aeiou" else article) + " " + noun

    return {
        "name": names[0], "name2": names[1], "name3": names[2], "name4": names[3],
        "item": one(nouns[3]), "item2": one(nouns[4]), "item3": one(nouns[5]), "item4": one(nouns[6]), "item0": nouns[0], "item1": nouns[1],
        "items": plural(nouns[0]), "items2": plural(nouns[1]), "items3": plural(nouns[2]), "items4": plural(nouns[7]),
        "place": places[0], "place2": places[1], "place3": places[2], "place4": places[3], "place1": shop,
        "container": container, "containers": plural(container), "cur": rng.choice(CURRENCY),
        "bill": bills[0], "bill2": bills[1], "bill3": bills[2], "bill4": bills[3],
        "day": days[0], "day2": days[1], "day3": days[2], "day4": days[3],
        "animals": plural(animals[0]), "animals2": plural(animals[1]),
        "month": months[0], "month2": months[1], "month3": months[2], "month4": months[3], "year": str(rng.randrange(1800, 2040)),
        "phone": "".join(rng.choice("0123456789") for _ in range(rng.choice([7, 9, 11]))),
    }

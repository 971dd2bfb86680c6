"""Other words for the same thing, and harmless additions, so that few wordings become many."""

import random
import re

SYNONYMS = [
    (r"how many (\w+) are there in all", [r"what is the number of \1 in all", r"count all the \1", r"how many \1 is that in sum"]),
    (r"\bin total\b", ["altogether", "all together", "in all", "overall", "in sum", "all in all", "combined"]),
    (r"\baltogether\b", ["in total", "overall", "in all", "all told"]),
    (r"how much is that", ["what does that make", "how much does that make", "what is that", "how much is it", "what does it come to",
                           "how much does that come to", "what is the amount", "what sum is that", "how much would that be"]),
    (r"how many is that", ["how many does that make", "what does that make", "how many would that be", "how many are these"]),
    (r"what is the total", ["what's the total", "what does it come to", "how much is the total", "what is the sum", "give me the total",
                            "tell me the total", "what is the grand total", "what total do i get", "how much does it add up to"]),
    (r"how many does (\w+) have now", [r"what number does \1 have now", r"how many has \1 got now", r"how many are now with \1"]),
    (r"how much (is left|do i have left)", ["how much remains", "what is left", "what remains", "what do i have left", "how much money is left",
                                            "how much have i got left", "how much will be left"]),
    (r"how many are left", ["how many remain", "how many are still there", "what number is left", "how many will be left", "how many are remaining",
                            "how many of them are left"]),
    (r"how much does (\w+) pay", [r"what does \1 pay", r"how much must \1 pay", r"what must \1 pay", r"what will \1 pay", r"how much has \1 to pay"]),
    (r"how much does (\w+) earn", [r"what does \1 earn", r"how much did \1 make", r"what are the earnings of \1", r"what is \1's pay"]),
    (r"what do i pay", ["how much do i pay", "what must i pay", "how much should i pay", "what will it cost me", "how much does it cost me",
                        "what do i owe", "how much do i owe"]),
    (r"how much do i pay", ["what do i pay", "how much must i pay", "what do i have to pay", "how much do i have to pay"]),
    (r"how much change do i get", ["what is the change", "how much do i get back", "what change do i get", "how much money do i get back"]),
    (r"\bcosts\b", ["is", "is priced at", "sells for", "goes for"]),
    (r"\b(\w+s) cost\b", [r"\1 sell for", r"\1 go for", r"\1 are priced at", r"\1 are"]),
    (r"\b(buys|bought)\b", ["gets", "got", "purchased", "picked up", "ordered", "bought"]),
    (r"\beach\b(?= [a-z]*[.?]| and|\.)", ["apiece", "each one", "a piece", "per piece", "per unit"]),
    (r"\bwhat is\b", ["what's", "whats", "tell me", "work out", "calculate", "can you tell me what is", "find", "give me", "i need to know what is",
                      "do you know what is", "what would be"]),
    (r"\bhow much is\b", ["what is", "tell me how much is", "i want to know how much is", "how much would be"]),
    (r"\bhow many (\w+) (are there|is that)", [r"how many \1 do we have", r"how many \1 does that make", r"what is the number of \1",
                                               r"count the \1", r"tell me how many \1 there are"]),
    (r"\b(is|are) split equally (between|among)\b", [r"\1 shared equally \2", r"\1 divided equally \2", r"\1 split evenly \2", r"\1 divided evenly \2"]),
    (r"\bequally\b", ["evenly", "fairly", "in equal parts"]),
    (r"\badd up\b", ["sum", "total up", "tot up", "add together"]),
    (r"\bplus\b", ["and"]),
    (r"\bsubtract\b", ["take away", "deduct", "remove"]),
    (r"\bthere are\b", ["we have", "you see", "we count", "there're", "i see"]),
    (r"\bthere were\b", ["we had", "once there were"]),
    (r"\bhas\b", ["owns", "holds", "has got", "keeps"]),
    (r"\bgives\b", ["hands", "passes"]),
    (r"\bgets\b", ["receives", "is given"]),
    (r"\bspent\b", ["paid"]),
    (r"\bspend\b", ["pay out", "use"]),
    (r"\bsold\b", ["sold off"]),
    (r"\bpacked into\b", ["put into", "placed in", "divided over", "laid into"]),
    (r"\bhow many\b", ["what number of", "how many"]),
    (r"\bper (hour|day|week)\b", [r"each \1", r"every \1", r"an \1", r"for each \1"]),
    (r"\bmore\b", ["extra", "additional", "further"]),
    (r"\btogether\b", ["combined", "in total", "jointly"]),
]
LEADS = ["at the market, ", "yesterday ", "today ", "for a party, ", "last week ", "for my mother: ", "in the morning, ", "on a trip, ",
         "for school: ", "at work, ", "in our town, ", "this month, ", "in my shop, ", "after lunch ", "suppose ", "imagine that ", "let's say ",
         "say ", "during the holidays ", "at the fair, ", "for the club: ", "so ", "ok, ", "well, ", "as a gift, ", "next week ", "i'm planning a trip. ",
         "we have guests. ", "my kids are here. ", "it's for our garden. ", "i run a small shop. ", "we are moving. ", "i do the accounts for our choir. ",
         "my phone died. ", "there was a sale. ", "it's my turn to pay. ", "here is a riddle for the kids: ", "we had a good summer. ", "last summer ",
         "every year ", "here's the thing: ", "i made a list. ", "the market is on again. ", "we are building a shed. ", "my boss asked me this. ",
         "help, i am stuck. ", "i'm baking. ", "the team needs to know. ", "at our school ", "in the kitchen ", "on sunday ", "tonight ", "my neighbour asks: ",
         "i want to be sure: ", "it's about the rent. ", "we are on holiday. ", "the cat is asleep. ", "i need to order things. "]
ASIDES = ["they are all new. ", "it is a sunny day. ", "i am in a hurry. ", "everybody is happy. ", "they are good friends. ", "i cannot work it out. ",
          "we want to be sure. ", "nothing else changes. ", "the rest is free. ", "it is for the accounts. ", "my boss wants to know. ",
          "i keep getting it wrong. ", "my calculator is broken. ", "we need it for the books. ", "it was a good day. ", "that was fun. ", "nobody complained. ",
          "it rained all day. ", "i wrote it down somewhere. ", "my sister helped. ", "so far so good. ", "i can't find the receipt. ", "quick question. ",
          "i'm not good with numbers. ", "the others don't know either. ", "we paid in cash. ", "it took a while. ", "just wondering, ", "so, ", "now, ", "tell me, ",
          "i forgot the result. ", "we'll do it again. ", "the kids loved it. ", "they look great. ", "please help, "]

def reworded(rng: random.Random, text: str) -> str:
    """The same task with a few phrases exchanged and perhaps something harmless added."""
    if rng.random() < 0.45:
        pattern_order = rng.sample(SYNONYMS, len(SYNONYMS))
        left = rng.choice([1, 1, 2, 3])
        for pattern, others in pattern_order:
            if left and re.search(pattern, text):
                if pattern == r"\bplus\b" and "what is" not in text and "how much is" not in text:
                    continue
                text = re.sub(pattern, rng.choice(others), text, count=1)
                left -= 1
    story = len(re.findall(r"[a-z]{2,}", text)) > 8
    if story and rng.random() < 0.13:
        text = rng.choice(LEADS) + text
    if story and ". " in text and rng.random() < 0.13:
        head, tail = text.rsplit(". ", 1)
        text = head + ". " + rng.choice(ASIDES) + tail
    return text

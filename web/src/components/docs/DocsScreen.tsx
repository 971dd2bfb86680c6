import { Page, Section } from "@/components/ui/Page";
import { Chapters } from "./Chapters";
import { glossary } from "./glossary";

/** A guide short enough to be read. */
export function DocsScreen() {
  return (
    <Page title="How it works" lead="Five minutes, and you know the town." narrow>
      <div className="grid gap-10">
        <Chapters />
        <Section title="Words">
          <dl className="grid gap-4">
            {glossary.map(([word, meaning]) => (
              <div key={word} className="grid gap-x-6 sm:grid-cols-[9rem_1fr]">
                <dt className="font-bold font-display">{word}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
    </Page>
  );
}

/** What people call the blocks of a canvas when they write one down, in five languages; compared folded. */
import type { Block } from '../model/note'
import { norm } from '../queries/norm'

/** English, Slovak, Czech, Polish, Slovene; the usual name of a language first. */
const names: Readonly<Record<Block, readonly (readonly string[])[]>> = {
  keyPartners: [
    ['Key partners', 'Key partnerships', 'Partners', 'Partnerships'],
    ['Kľúčoví partneri', 'Kľúčové partnerstvá', 'Partneri'],
    ['Klíčoví partneři', 'Klíčová partnerství', 'Partneři'],
    ['Kluczowi partnerzy', 'Partnerzy'],
    ['Ključni partnerji', 'Ključna partnerstva', 'Partnerji'],
  ],
  keyActivities: [
    ['Key activities', 'Activities'],
    ['Kľúčové činnosti', 'Kľúčové aktivity', 'Činnosti'],
    ['Klíčové činnosti', 'Klíčové aktivity', 'Činnosti'],
    ['Kluczowe działania', 'Kluczowe czynności', 'Kluczowe aktywności'],
    ['Ključne dejavnosti', 'Ključne aktivnosti', 'Dejavnosti'],
  ],
  keyResources: [
    ['Key resources', 'Resources'],
    ['Kľúčové zdroje', 'Zdroje'],
    ['Klíčové zdroje', 'Zdroje'],
    ['Kluczowe zasoby', 'Zasoby'],
    ['Ključni viri', 'Viri'],
  ],
  valuePropositions: [
    ['Value propositions', 'Value proposition', 'Unique value proposition', 'UVP'],
    ['Hodnotová ponuka', 'Hodnotové ponuky', 'Jedinečná hodnotová ponuka'],
    ['Hodnotová nabídka', 'Hodnotové nabídky', 'Jedinečná hodnotová nabídka'],
    ['Propozycja wartości', 'Propozycje wartości', 'Unikalna propozycja wartości'],
    ['Ponudba vrednosti', 'Ponudbe vrednosti', 'Edinstvena ponudba vrednosti'],
  ],
  customerRelationships: [
    ['Customer relationships', 'Customer relations', 'Relationships'],
    ['Vzťahy so zákazníkmi'],
    ['Vztahy se zákazníky'],
    ['Relacje z klientami'],
    ['Odnosi s strankami'],
  ],
  channels: [['Channels', 'Channel'], ['Kanály'], ['Kanály'], ['Kanały'], ['Kanali', 'Poti']],
  customerSegments: [
    ['Customer segments', 'Customer segment', 'Segments', 'Customers'],
    ['Segmenty zákazníkov', 'Zákaznícke segmenty', 'Segmenty'],
    ['Zákaznické segmenty', 'Segmenty zákazníků', 'Segmenty'],
    ['Segmenty klientów', 'Segmenty'],
    ['Segmenti strank', 'Segmenti'],
  ],
  costStructure: [
    ['Cost structure', 'Costs'],
    ['Štruktúra nákladov', 'Náklady'],
    ['Struktura nákladů', 'Náklady'],
    ['Struktura kosztów', 'Koszty'],
    ['Struktura stroškov', 'Stroški'],
  ],
  revenueStreams: [
    ['Revenue streams', 'Revenue stream', 'Revenue', 'Revenues'],
    ['Zdroje príjmov', 'Toky príjmov', 'Príjmy'],
    ['Zdroje příjmů', 'Toky příjmů', 'Příjmy'],
    ['Strumienie przychodów', 'Źródła przychodów', 'Przychody'],
    ['Viri prihodkov', 'Tokovi prihodkov', 'Prihodki'],
  ],
  problem: [
    ['Problem', 'Problems'],
    ['Problém', 'Problémy'],
    ['Problém', 'Problémy'],
    ['Problem', 'Problemy'],
    ['Problem', 'Problemi', 'Težava', 'Težave'],
  ],
  solution: [
    ['Solution', 'Solutions'],
    ['Riešenie', 'Riešenia'],
    ['Řešení'],
    ['Rozwiązanie', 'Rozwiązania'],
    ['Rešitev', 'Rešitve'],
  ],
  keyMetrics: [
    ['Key metrics', 'Metrics'],
    ['Kľúčové metriky', 'Kľúčové ukazovatele'],
    ['Klíčové metriky', 'Klíčové ukazatele'],
    ['Kluczowe wskaźniki', 'Kluczowe metryki', 'Kluczowe mierniki'],
    ['Ključne metrike', 'Ključni kazalniki', 'Ključna merila'],
  ],
  unfairAdvantage: [
    ['Unfair advantage'],
    ['Náskok, ktorý sa nedá skopírovať', 'Neférová výhoda', 'Nefér výhoda', 'Nenapodobiteľná výhoda'],
    ['Náskok, který nejde okopírovat', 'Neférová výhoda', 'Nefér výhoda', 'Nenapodobitelná výhoda'],
    ['Przewaga nie do skopiowania', 'Nieuczciwa przewaga', 'Unikalna przewaga'],
    ['Prednost, ki je ni mogoče posnemati', 'Nepoštena prednost', 'Neponovljiva prednost'],
  ],
  parked: [
    ['Parking lot', 'Parked'],
    ['Odkladisko', 'Odložené', 'Parkovisko'],
    ['Odkladiště', 'Odložené', 'Parkoviště'],
    ['Poczekalnia', 'Parking'],
    ['Odlagališče', 'Odloženo', 'Parkirišče'],
  ],
}

const byName: ReadonlyMap<string, Block> = new Map(
  Object.entries(names).flatMap(([block, languages]) =>
    languages.flat().map(name => [norm(name), block as Block] as const),
  ),
)

/** The block that is called so in any of the five languages; case, accents and blanks do not count. */
export const blockCalled = (name: string): Block | undefined => byName.get(norm(name))

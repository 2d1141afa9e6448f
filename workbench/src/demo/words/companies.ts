/**
 * Words that company names are built from, by where they are spoken. A word that is not in Latin letters comes
 * with its spelling for a domain. The names that are planted by hand are made of none of these pairs.
 */
export interface CompanyWords {
  readonly first: readonly Word[]
  readonly second: readonly Word[]
}
export type Word = string | readonly [word: string, latin: string]

const words = (first: string, second: string): CompanyWords => ({
  first: first.split(', '),
  second: second.split(', '),
})

export const COMPANY_WORDS = {
  german: words(
    'Gartenwelt, Lagerfeuer, Alpenzelt, Waldpfad, Bergfreund, Seeblick, Freiluft, Feldküche, Sonnenhof, Heckenrose',
    'Kessler, Brand, Lindner, Vogt, Reuter, Steiger, Ahlers, Pohl',
  ),
  american: words(
    'Pinecrest, Harborview, Stonebrook, Wildfern, Cedarline, Lakeshore, Ironwood, Northbend, Summitway, Redcanyon, ' +
      'Foxhollow, Millpond',
    'Outdoor Supply, Provisions, Recreation, Camp & Trail, Brands, Home & Patio, Trading, Sporting Goods',
  ),
  british: words(
    'Hawthorn, Ashdale, Moorland, Fernleigh, Saltmarsh, Kestrel, Brackenfell, Thistledown, Oakmere, Wattle Creek',
    'Leisure, Camping, Outdoors, Garden Trading, Country Stores, Imports',
  ),
  brazilian: words(
    'Acampar, Cachoeira, Planalto, Pampa, Mata, Vale, Horizonte, Chapada',
    'Sul, Norte, Verde, Aventura, Livre, Claro, Dourado',
  ),
  spanish: words(
    'Sendero, Fogata, Cumbre, Bosque, Ladera, Brisa, Manantial, Refugio, Pradera',
    'Austral, del Valle, Real, Dorado, Sereno, Mayor, de la Sierra, Vivo',
  ),
  french: words(
    'Clairière, Grand Air, Sentier, Belle Étoile, Montagne, Feu de Bois, Bord de Lac',
    'Martel, Delorme, Vernier, Loisirs, Distribution, Jardin',
  ),
  italian: words('Campeggio, Bosco, Aria Aperta, Sentiero, Rifugio, Laghetto', 'Ferri, Montani, Azzurro, Sole, Verdi'),
  polish: words('Biwak, Leśna Polana, Górski Szlak, Ognisko, Zielony Brzeg', 'Hurt, Plener, Handel, Szczyt'),
  dutch: words('Kampeerhuis, Duinzicht, Tuinplezier, Waterkant, Heideveld', 'van Dalen, Hoekstra, Vermeer, Bakker'),
  swedish: words('Fjällro, Skogsliv, Lägereld, Sjöstrand', 'Handel, Fritid, Import'),
  gulf: words(
    'Al Sahra, Al Rimal, Dar Al Khayma, Najm Al Layl, Al Nakheel, Al Badiya',
    'Trading, General Trading, Camping Equipment, Outdoor, Import',
  ),
  african: words('Karoo, Savanna, Baobab, Marula, Sunbird, Umoya', 'Outdoor, Leisure, Camp Supply, Wholesale'),
  indian: words('Sahyadri, Deccan, Monsoon, Banyan, Peacock', 'Outdoors, Enterprises, Traders, Retail'),
  malay: words(
    'Golden Orchid, Lotus Bay, Bamboo Trail, Coral Sands, Palm Ridge, Rice Terrace, Jungle Peak',
    'Outdoor, Lifestyle, Trading, Home, Camping',
  ),
  japanese: {
    first: [
      ['森音', 'morine'],
      ['星空', 'hoshizora'],
      ['川辺', 'kawabe'],
      ['青嶺', 'aone'],
      ['焚火', 'takibi'],
    ],
    second: [
      ['アウトドア', 'outdoor'],
      ['商事', 'shoji'],
      ['物産', 'bussan'],
    ],
  },
  korean: words('Hanul, Sanbaram, Byeolbit, Namusup', 'Outdoor, Trading, Leisure'),
  turkish: words('Yayla, Çam Ormanı, Kamp Ateşi', 'Dış Ticaret, Pazarlama'),
  israeli: words('Galil, Arava', 'Camping, Outdoor'),
  kazakh: words('Altyn Dala, Kok Zhailau', 'Trade, Outdoor'),
  cantonese: words('Harbour Peak, Lion Trail', 'Trading, Sourcing'),
} as const satisfies Record<string, CompanyWords>

export type CompanyPool = keyof typeof COMPANY_WORDS

/** Given and family names by where they are common. A name not in Latin letters comes with its spelling for an address. */
export interface Names {
  readonly given: readonly Name[]
  readonly family: readonly Name[]
  /** The family name comes first. */
  readonly familyFirst?: true
}
export type Name = string | readonly [name: string, latin: string]

const names = (given: string, family: string): Names => ({ given: given.split(' '), family: family.split(' ') })

export const PEOPLE = {
  german: names(
    'Anke Bernd Claudia Dirk Heike Jens Katja Lars Sabine Uwe',
    'Albrecht Dörfler Fink Grothe Hansen Köhler Petersen Wiegand',
  ),
  english: names(
    'Alison Brandon Caitlin Derek Emma Gareth Hannah Marcus Olivia Trevor Vanessa Wesley',
    'Ashworth Bramley Callahan Dunmore Ellery Fairchild Hobbs Lockwood Pruitt Whitlow',
  ),
  brazilian: names(
    'Adriana Bruno Camila Diego Fernanda Gustavo Juliana Rafael',
    'Barbosa Cardoso Freitas Moreira Peixoto Rezende Teixeira Vieira',
  ),
  spanish: names(
    'Alejandra Beatriz Carlos Daniela Esteban Gabriela Hugo Lucía Mateo Rocío',
    'Aguirre Bustos Cárdenas Espinoza Ibarra Medrano Paredes Quiroga Salcedo',
  ),
  french: names(
    'Amélie Bastien Camille Élodie Julien Mathilde Thibault Yann',
    'Besson Chevalier Fournier Gaillard Lacroix Morvan Perrin Rousselle',
  ),
  italian: names('Alessia Davide Elena Fabio Giulia Matteo Silvia', 'Bellini Caruso Donati Galli Marchetti Rinaldi'),
  polish: names(
    'Agnieszka Bartosz Ewa Grzegorz Katarzyna Łukasz Małgorzata',
    'Dąbrowska Jabłoński Kowalczyk Malinowski Pawlak Zając',
  ),
  dutch: names('Anouk Bram Femke Jeroen Lotte Ruben', 'Dijkstra Jansen Kuipers Mulder Postma Visser'),
  swedish: names('Annika Erik Johanna Lars Sofia', 'Bergström Ekholm Lindqvist Nyberg'),
  arabic: names(
    'Ahmed Fatima Hassan Khalid Layla Mariam Omar Yousef',
    'Haddad Mansour Nasser Qasim Saleh Shammari Zahrani',
  ),
  african: names('Adaeze Bongani Chidi Lerato Ngozi Sipho Thandi Tunde', 'Adeyemi Dlamini Eze Khumalo Mokoena Okafor'),
  indian: names('Aarti Deepak Kavita Manish Pooja Rajesh Sunita', 'Bhatt Iyer Kulkarni Mehta Nair Reddy'),
  thai: names('Anong Chai Kanya Nattapong Siriporn', 'Chaiyasit Phromma Srisuk Thongdee'),
  vietnamese: {
    given: ['Anh', 'Hoa', 'Linh', 'Minh', 'Thảo', 'Tuấn'],
    family: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đặng'],
    familyFirst: true,
  },
  malay: names(
    'Aisyah Budi Dewi Faizal Hafiz Putri Rizal Sari',
    'Abdullah Hartono Ismail Lestari Rahman Santoso Wijaya',
  ),
  filipino: names('Angelica Jerome Maricel Paolo', 'Dimaculangan Magsaysay Reyes Villanueva'),
  japanese: {
    given: [
      ['健一', 'kenichi'],
      ['美咲', 'misaki'],
      ['拓也', 'takuya'],
      ['陽子', 'yoko'],
      ['直樹', 'naoki'],
    ],
    family: [
      ['佐伯', 'saeki'],
      ['藤原', 'fujiwara'],
      ['三浦', 'miura'],
      ['岡本', 'okamoto'],
    ],
    familyFirst: true,
  },
  korean: {
    given: ['Ji-ho', 'Min-seo', 'Seo-yeon', 'Dong-hyun'],
    family: ['Kang', 'Yoon', 'Seo', 'Bae'],
    familyFirst: true,
  },
  turkish: names('Ayşe Emre Murat Zeynep', 'Aydın Çetin Şahin Yıldırım'),
  hebrew: names('Avi Noa Tamar Yoav', 'Barak Levin Shalev'),
  kazakh: names('Aigerim Daniyar Nurlan', 'Abenov Sadykova Tulegenov'),
  cantonese: names('Winnie Alan Carmen Raymond', 'Chan Kwok Lam Yip'),
} as const satisfies Record<string, Names>

export type NamePool = keyof typeof PEOPLE

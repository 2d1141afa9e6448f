import type { LetterWords } from '../words.ts'

export const fr: LetterWords = {
  subject: 'Suivi de votre commande {order}',
  dear: 'Bonjour {name},',
  hello: 'Bonjour,',
  intro: 'Voici où en est votre commande {order} à ce jour.',
  stages: {
    not_started: { name: 'Commande confirmée', sentence: 'Votre commande est confirmée et en cours de préparation.' },
    waiting_deposit: {
      name: 'En attente de l’acompte',
      sentence: 'Votre commande est confirmée ; la production sera lancée à réception de l’acompte.',
    },
    waiting_material: {
      name: 'Approvisionnement',
      sentence: 'Les matières nécessaires à votre commande sont en cours d’approvisionnement.',
    },
    in_production: { name: 'En production', sentence: 'Votre commande est en production.' },
    inspection: {
      name: 'Contrôle qualité',
      sentence: 'La production est terminée et la marchandise est en cours de contrôle.',
    },
    ready: { name: 'Prête à expédier', sentence: 'La marchandise est emballée et prête à être expédiée.' },
    shipped: { name: 'Expédiée', sentence: 'Votre commande a été expédiée.' },
    closed: { name: 'Livrée', sentence: 'Votre commande a été livrée.' },
    on_hold: {
      name: 'Suspendue',
      sentence: 'Votre commande est actuellement suspendue. Nous vous écrirons dès sa reprise.',
    },
  },
  rows: {
    order: 'Notre n° de commande',
    purchaseOrder: 'Votre n° de commande',
    stage: 'Statut',
    materials: 'Matières complètes (prévu)',
    finish: 'Fin de production (prévue)',
    inspection: 'Contrôle (prévu)',
    ready: 'Prête depuis le',
    promised: 'Date d’expédition confirmée',
    onBoard: 'Embarquée le',
    billOfLading: 'N° de connaissement (B/L)',
    arrival: 'Arrivée estimée (ETA)',
    delivered: 'Livrée le',
    terms: 'Conditions de livraison',
    total: 'Montant de la commande',
    payment: 'Paiement en attente',
  },
  waits: {
    production_start: 'Nous lancerons la production dès réception de l’acompte de {amount}.',
    loading: 'Nous chargerons la marchandise dès réception du paiement de {amount}.',
    bl_release: 'Nous remettrons le connaissement dès réception du paiement de {amount}.',
  },
  papers: {
    quotation: { subject: 'Offre {number}', intro: 'Veuillez trouver ci-joint notre offre {number}.' },
    proforma: {
      subject: 'Facture pro forma {number}',
      intro: 'Veuillez trouver ci-joint notre facture pro forma {number}.',
    },
    contract: {
      subject: 'Contrat de vente {number}',
      intro: 'Veuillez trouver ci-joint notre contrat de vente {number} pour signature.',
    },
  },
  validUntil: 'L’offre est valable jusqu’au {date}.',
  closing: 'Pour toute question, il vous suffit de répondre à cet e-mail.',
  regards: 'Cordialement,',
}

-- The record types of an order's road: from the deal over quotations, samples, contracts and approvals to shipments,
-- documents, receipts and what comes after; and what the types before them gain by it. Nothing is rebuilt.

CREATE TABLE workflows (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  key TEXT NOT NULL,
  version_no INTEGER NOT NULL,
  subject TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  status TEXT NOT NULL,
  definition TEXT NOT NULL,
  published_at INTEGER,
  published_by TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX workflows_by_key ON workflows (tenant_id, key, version_no);
CREATE INDEX workflows_by_subject ON workflows (tenant_id, subject, status, key, version_no);

CREATE TABLE products (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_zh TEXT,
  product_line TEXT,
  unit TEXT NOT NULL,
  hs_code TEXT,
  origin_country TEXT,
  moq INTEGER,
  lead_days INTEGER,
  pcs_per_carton INTEGER,
  carton_length INTEGER,
  carton_width INTEGER,
  carton_height INTEGER,
  carton_gross_kg INTEGER,
  carton_net_kg INTEGER,
  vat_rate INTEGER,
  rebate_rate INTEGER,
  cost_standard INTEGER,
  price_floor INTEGER,
  lifecycle TEXT NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX products_by_code ON products (tenant_id, code);

CREATE TABLE payment_terms (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_zh TEXT,
  lines TEXT NOT NULL,
  grace_days INTEGER NOT NULL,
  deposit_before_production INTEGER NOT NULL,
  balance_before TEXT,
  risk_class INTEGER NOT NULL,
  status TEXT NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX payment_terms_by_code ON payment_terms (tenant_id, code);

CREATE TABLE lead_pools (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  name TEXT NOT NULL,
  team_id TEXT,
  max_claim_per_day INTEGER NOT NULL,
  max_hold INTEGER NOT NULL,
  claim_cooldown_h INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lead_pools_by_team ON lead_pools (tenant_id, team_id);

CREATE TABLE assignment_rules (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  name TEXT NOT NULL,
  priority INTEGER NOT NULL,
  match TEXT NOT NULL,
  strategy TEXT NOT NULL,
  users TEXT,
  team_id TEXT,
  active_from TEXT,
  active_to TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignment_rules_by_priority ON assignment_rules (tenant_id, priority);

CREATE TABLE deals (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  subject TEXT NOT NULL,
  customer_id TEXT,
  contact_id TEXT,
  inquiry_id TEXT,
  owner_id TEXT,
  merchandiser_id TEXT,
  team_id TEXT,
  status TEXT NOT NULL,
  lost_reason TEXT,
  need_sample INTEGER,
  change_request INTEGER,
  product_line TEXT,
  destination_country TEXT,
  currency TEXT,
  estimated_amount INTEGER,
  workflow TEXT,
  workflow_version INTEGER,
  state TEXT,
  stage TEXT,
  stage_since INTEGER,
  stage_due INTEGER,
  closed_at INTEGER,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX deals_by_doc_no ON deals (tenant_id, doc_no);
CREATE INDEX deals_by_team ON deals (tenant_id, team_id);
CREATE INDEX deals_by_customer ON deals (tenant_id, customer_id, status);
CREATE INDEX deals_by_owner ON deals (tenant_id, owner_id, team_id);
CREATE INDEX deals_by_merchandiser ON deals (tenant_id, merchandiser_id);
CREATE INDEX deals_by_inquiry ON deals (tenant_id, inquiry_id) WHERE inquiry_id IS NOT NULL;
CREATE INDEX deals_open_by_owner ON deals (tenant_id, owner_id, stage_due) WHERE status = 'open';
CREATE INDEX deals_open_by_stage ON deals (tenant_id, stage, stage_due) WHERE status = 'open';

CREATE TABLE quotations (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  version_no INTEGER NOT NULL,
  previous_id TEXT,
  deal_id TEXT,
  inquiry_id TEXT,
  customer_id TEXT,
  contact_id TEXT,
  owner_id TEXT,
  status TEXT NOT NULL,
  currency TEXT NOT NULL,
  fx_rate INTEGER,
  fx_date TEXT,
  incoterm TEXT,
  incoterm_year INTEGER NOT NULL,
  named_place TEXT,
  place_locode TEXT,
  port_loading TEXT,
  port_discharge TEXT,
  payment_term_id TEXT,
  valid_from TEXT,
  valid_until TEXT,
  lead_time_days INTEGER,
  lead_time_from TEXT,
  ship_mode TEXT,
  freight INTEGER,
  insurance INTEGER,
  discount INTEGER,
  lines_total INTEGER,
  total INTEGER,
  expected_margin INTEGER,
  tolerance INTEGER,
  terms_text TEXT,
  remarks TEXT,
  sent_at INTEGER,
  sent_to TEXT,
  replied_at INTEGER,
  lost_reason TEXT,
  sha256 TEXT,
  file_id TEXT,
  approval_id TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX quotations_by_number ON quotations (tenant_id, doc_no, version_no);
CREATE INDEX quotations_by_deal ON quotations (tenant_id, deal_id);
CREATE INDEX quotations_by_owner ON quotations (tenant_id, owner_id);
CREATE INDEX quotations_by_customer ON quotations (tenant_id, customer_id, status);

CREATE TABLE quotation_lines (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  quotation_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  product_id TEXT,
  sku TEXT,
  buyer_sku TEXT,
  description TEXT NOT NULL,
  hs_code TEXT,
  qty INTEGER NOT NULL,
  unit TEXT NOT NULL,
  moq INTEGER,
  currency TEXT NOT NULL,
  unit_price INTEGER NOT NULL,
  discount INTEGER,
  line_total INTEGER,
  cost_price INTEGER,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX quotation_lines_by_quotation ON quotation_lines (tenant_id, quotation_id, seq);

CREATE TABLE samples (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  deal_id TEXT,
  customer_id TEXT,
  contact_id TEXT,
  quotation_id TEXT,
  owner_id TEXT,
  merchandiser_id TEXT,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  round INTEGER NOT NULL,
  product_id TEXT,
  description TEXT NOT NULL,
  qty INTEGER NOT NULL,
  currency TEXT,
  fee INTEGER,
  fee_policy TEXT,
  freight_payer TEXT,
  courier TEXT,
  courier_account TEXT,
  address TEXT,
  promised_ready TEXT,
  ready_at TEXT,
  dispatched_at TEXT,
  tracking_no TEXT,
  delivered_at TEXT,
  feedback TEXT,
  changes TEXT,
  golden_kept_at TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX samples_by_doc_no ON samples (tenant_id, doc_no);
CREATE INDEX samples_by_deal ON samples (tenant_id, deal_id);
CREATE INDEX samples_by_owner ON samples (tenant_id, owner_id);
CREATE INDEX samples_by_merchandiser ON samples (tenant_id, merchandiser_id);

CREATE TABLE contracts (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  version_no INTEGER NOT NULL,
  kind TEXT NOT NULL,
  deal_id TEXT,
  quotation_id TEXT,
  customer_id TEXT NOT NULL,
  contact_id TEXT,
  owner_id TEXT,
  status TEXT NOT NULL,
  buyer_po_no TEXT,
  contract_date TEXT,
  currency TEXT NOT NULL,
  amount INTEGER,
  fx_rate INTEGER,
  fx_date TEXT,
  incoterm TEXT,
  incoterm_year INTEGER NOT NULL,
  named_place TEXT,
  place_locode TEXT,
  port_loading TEXT,
  port_discharge TEXT,
  payment_term_id TEXT,
  latest_shipment_date TEXT,
  partial_shipment TEXT,
  transhipment TEXT,
  tolerance INTEGER,
  quality_terms TEXT,
  inspection_clause TEXT,
  claims_days INTEGER,
  penalty TEXT,
  law TEXT,
  arbitration TEXT,
  terms_text TEXT,
  approval_id TEXT,
  sent_for_signature_at INTEGER,
  signed_by_buyer_at INTEGER,
  signed_by_us_at INTEGER,
  signature_method TEXT,
  file_id TEXT,
  sha256 TEXT,
  signed_file TEXT,
  signed_sha256 TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX contracts_by_number ON contracts (tenant_id, doc_no, version_no);
CREATE INDEX contracts_by_deal ON contracts (tenant_id, deal_id);
CREATE INDEX contracts_by_owner ON contracts (tenant_id, owner_id);
CREATE INDEX contracts_by_customer ON contracts (tenant_id, customer_id, status);

CREATE TABLE approvals (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  deal_id TEXT,
  subject_type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  subject_version INTEGER NOT NULL,
  subject_hash TEXT NOT NULL,
  policy TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  due_at INTEGER,
  status TEXT NOT NULL,
  steps TEXT NOT NULL,
  snapshot TEXT,
  decided_at INTEGER,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX approvals_by_deal ON approvals (tenant_id, deal_id);
CREATE INDEX approvals_by_requester ON approvals (tenant_id, requested_by);
CREATE INDEX approvals_by_subject ON approvals (tenant_id, subject_id, subject_version);
CREATE INDEX approvals_pending ON approvals (tenant_id, due_at) WHERE status = 'pending';

CREATE TABLE tasks (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  deal_id TEXT,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject_type TEXT,
  subject_id TEXT,
  assignee_id TEXT,
  due_at INTEGER,
  remind_at INTEGER,
  priority INTEGER NOT NULL,
  status TEXT NOT NULL,
  dedupe_key TEXT,
  result TEXT,
  done_at INTEGER,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tasks_by_deal ON tasks (tenant_id, deal_id);
CREATE INDEX tasks_by_assignee ON tasks (tenant_id, assignee_id);
CREATE INDEX tasks_open_by_assignee ON tasks (tenant_id, assignee_id, due_at) WHERE status IN ('open','in_progress','waiting_customer');
CREATE UNIQUE INDEX tasks_by_occasion ON tasks (tenant_id, dedupe_key) WHERE dedupe_key IS NOT NULL;

CREATE TABLE production_orders (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  deal_id TEXT,
  order_id TEXT NOT NULL,
  order_line_id TEXT,
  product_id TEXT,
  description TEXT,
  qty INTEGER NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  planned_start TEXT,
  planned_finish TEXT,
  actual_start TEXT,
  actual_finish TEXT,
  readiness_date TEXT,
  progress_pct INTEGER,
  progress_at INTEGER,
  qty_produced INTEGER,
  qty_rework INTEGER,
  qty_scrap INTEGER,
  risk TEXT,
  missing_parts TEXT,
  inspection_result TEXT,
  inspected_on TEXT,
  remark TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX production_orders_by_doc_no ON production_orders (tenant_id, doc_no);
CREATE INDEX production_orders_by_deal ON production_orders (tenant_id, deal_id);
CREATE INDEX production_orders_by_order ON production_orders (tenant_id, order_id);
CREATE INDEX production_orders_open ON production_orders (tenant_id, planned_finish) WHERE status NOT IN ('closed','cancelled');

CREATE TABLE shipments (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  deal_id TEXT,
  order_id TEXT,
  customer_id TEXT,
  owner_id TEXT,
  status TEXT NOT NULL,
  mode TEXT NOT NULL,
  load_type TEXT,
  forwarder TEXT,
  carrier TEXT,
  booking_no TEXT,
  so_no TEXT,
  vessel TEXT,
  voyage TEXT,
  place_receipt TEXT,
  pol TEXT,
  pod TEXT,
  place_delivery TEXT,
  cut_off_si INTEGER,
  cut_off_vgm INTEGER,
  cut_off_customs INTEGER,
  cut_off_cy INTEGER,
  etd TEXT,
  atd TEXT,
  eta TEXT,
  first_eta TEXT,
  ata TEXT,
  delivered_on TEXT,
  free_days_pod INTEGER,
  declaration_no TEXT,
  declared_at TEXT,
  customs_office TEXT,
  supervision_mode TEXT,
  released_at TEXT,
  export_date TEXT,
  broker TEXT,
  bl_no TEXT,
  bl_date TEXT,
  bl_type TEXT,
  bl_confirmed_at INTEGER,
  release_status TEXT NOT NULL,
  docs_sent_at INTEGER,
  policy_no TEXT,
  currency TEXT,
  insured_amount INTEGER,
  packages INTEGER,
  gross_kg INTEGER,
  net_kg INTEGER,
  cbm INTEGER,
  freight_cost INTEGER,
  marks TEXT,
  remark TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX shipments_by_doc_no ON shipments (tenant_id, doc_no);
CREATE INDEX shipments_by_deal ON shipments (tenant_id, deal_id);
CREATE INDEX shipments_by_owner ON shipments (tenant_id, owner_id);
CREATE INDEX shipments_by_order ON shipments (tenant_id, order_id);
CREATE INDEX shipments_open ON shipments (tenant_id, etd) WHERE status NOT IN ('closed','cancelled');

CREATE TABLE shipment_lines (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  shipment_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  order_line_id TEXT,
  qty INTEGER NOT NULL,
  cartons INTEGER,
  gross_kg INTEGER,
  net_kg INTEGER,
  cbm INTEGER,
  remark TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX shipment_lines_by_shipment ON shipment_lines (tenant_id, shipment_id, seq);
CREATE INDEX shipment_lines_by_order_line ON shipment_lines (tenant_id, order_line_id);

CREATE TABLE containers (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  shipment_id TEXT NOT NULL,
  no TEXT NOT NULL,
  iso_code TEXT,
  seal_no TEXT,
  tare_kg INTEGER,
  vgm_kg INTEGER,
  vgm_method TEXT,
  packages INTEGER,
  gross_kg INTEGER,
  cbm INTEGER,
  loaded_on TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX containers_by_shipment ON containers (tenant_id, shipment_id, no);

CREATE TABLE milestones (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  shipment_id TEXT NOT NULL,
  type TEXT NOT NULL,
  classifier TEXT NOT NULL,
  at INTEGER NOT NULL,
  location TEXT,
  reported_by TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX milestones_by_shipment ON milestones (tenant_id, shipment_id, at);

CREATE TABLE documents (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  type TEXT NOT NULL,
  code TEXT,
  number TEXT NOT NULL,
  version_no INTEGER NOT NULL,
  status TEXT NOT NULL,
  deal_id TEXT,
  quotation_id TEXT,
  sample_id TEXT,
  contract_id TEXT,
  order_id TEXT,
  shipment_id TEXT,
  issued_on TEXT,
  issuer TEXT,
  expires_on TEXT,
  originals INTEGER,
  copies INTEGER,
  courier_no TEXT,
  template TEXT,
  language TEXT,
  data TEXT,
  file_id TEXT,
  sha256 TEXT,
  pages INTEGER,
  sent_at INTEGER,
  remark TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX documents_by_number ON documents (tenant_id, type, number, version_no);
CREATE INDEX documents_by_deal ON documents (tenant_id, deal_id);
CREATE INDEX documents_by_shipment ON documents (tenant_id, shipment_id) WHERE shipment_id IS NOT NULL;
CREATE INDEX documents_by_order ON documents (tenant_id, order_id) WHERE order_id IS NOT NULL;

CREATE TABLE receipts (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  deal_id TEXT,
  customer_id TEXT,
  received_date TEXT NOT NULL,
  value_date TEXT,
  bank_account TEXT,
  payer_name TEXT NOT NULL,
  payer_bank TEXT,
  reference TEXT,
  currency TEXT NOT NULL,
  gross_amount INTEGER NOT NULL,
  bank_charge INTEGER NOT NULL,
  net_amount INTEGER,
  allocated_amount INTEGER NOT NULL,
  fx_rate_settlement INTEGER,
  fx_date TEXT,
  method TEXT NOT NULL,
  status TEXT NOT NULL,
  claimed_by TEXT,
  verified_by TEXT,
  swift_file TEXT,
  remark TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX receipts_by_doc_no ON receipts (tenant_id, doc_no);
CREATE INDEX receipts_by_deal ON receipts (tenant_id, deal_id);
CREATE INDEX receipts_by_customer ON receipts (tenant_id, customer_id, received_date);
CREATE INDEX receipts_by_claimer ON receipts (tenant_id, claimed_by);
CREATE INDEX receipts_open ON receipts (tenant_id, received_date) WHERE status IN ('registered','claimed','verified','partly_allocated');

CREATE TABLE allocations (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  receipt_id TEXT NOT NULL,
  deal_id TEXT,
  target TEXT NOT NULL,
  installment_id TEXT,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  target_currency TEXT NOT NULL,
  target_amount INTEGER NOT NULL,
  cross_rate INTEGER,
  write_off INTEGER NOT NULL,
  write_off_reason TEXT,
  approved_by TEXT,
  allocated_at INTEGER NOT NULL,
  reverses_id TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX allocations_by_receipt ON allocations (tenant_id, receipt_id);
CREATE INDEX allocations_by_deal ON allocations (tenant_id, deal_id);
CREATE INDEX allocations_by_installment ON allocations (tenant_id, installment_id);

CREATE TABLE after_sales_cases (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  deal_id TEXT,
  customer_id TEXT NOT NULL,
  order_id TEXT,
  shipment_id TEXT,
  owner_id TEXT,
  kind TEXT NOT NULL,
  severity INTEGER NOT NULL,
  status TEXT NOT NULL,
  open INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  first_reply_at INTEGER,
  description TEXT NOT NULL,
  claimed_qty INTEGER,
  currency TEXT,
  claimed_amount INTEGER,
  claim_deadline TEXT,
  root_cause TEXT,
  responsible TEXT,
  corrective_action TEXT,
  settlement TEXT,
  settlement_amount INTEGER,
  approval_id TEXT,
  closed_at INTEGER,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cases_by_doc_no ON after_sales_cases (tenant_id, doc_no);
CREATE INDEX cases_by_deal ON after_sales_cases (tenant_id, deal_id);
CREATE INDEX cases_by_customer ON after_sales_cases (tenant_id, customer_id, open);
CREATE INDEX cases_by_owner ON after_sales_cases (tenant_id, owner_id);

CREATE TABLE surveys (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  deal_id TEXT,
  shipment_id TEXT,
  customer_id TEXT,
  contact_id TEXT,
  owner_id TEXT,
  status TEXT NOT NULL,
  language TEXT,
  planned_on TEXT,
  sent_at INTEGER,
  answered_at INTEGER,
  nps INTEGER,
  csat_quality INTEGER,
  csat_delivery INTEGER,
  csat_communication INTEGER,
  csat_documents INTEGER,
  comment TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX surveys_by_deal ON surveys (tenant_id, deal_id);
CREATE INDEX surveys_by_owner ON surveys (tenant_id, owner_id);
CREATE UNIQUE INDEX surveys_by_shipment ON surveys (tenant_id, shipment_id) WHERE shipment_id IS NOT NULL;

ALTER TABLE teams ADD COLUMN regions TEXT;
ALTER TABLE teams ADD COLUMN product_lines TEXT;

ALTER TABLE users ADD COLUMN languages TEXT;
ALTER TABLE users ADD COLUMN capacity INTEGER;
ALTER TABLE users ADD COLUMN assign_weight INTEGER;

ALTER TABLE inquiries ADD COLUMN contact_id TEXT;
ALTER TABLE inquiries ADD COLUMN deal_id TEXT;
ALTER TABLE inquiries ADD COLUMN assigned_at INTEGER;
ALTER TABLE inquiries ADD COLUMN first_response_at INTEGER;
ALTER TABLE inquiries ADD COLUMN reply_by INTEGER;
ALTER TABLE inquiries ADD COLUMN returned_count INTEGER;
ALTER TABLE inquiries ADD COLUMN product_line TEXT;
ALTER TABLE inquiries ADD COLUMN language TEXT;
ALTER TABLE inquiries ADD COLUMN incoterm TEXT;
ALTER TABLE inquiries ADD COLUMN named_place TEXT;
ALTER TABLE inquiries ADD COLUMN destination_country TEXT;
ALTER TABLE inquiries ADD COLUMN requested_delivery TEXT;
ALTER TABLE inquiries ADD COLUMN currency TEXT;
ALTER TABLE inquiries ADD COLUMN estimated_amount INTEGER;
ALTER TABLE inquiries ADD COLUMN quality TEXT;
ALTER TABLE inquiries ADD COLUMN lost_reason TEXT;
CREATE INDEX inquiries_by_deal ON inquiries (tenant_id, deal_id) WHERE deal_id IS NOT NULL;

ALTER TABLE orders ADD COLUMN deal_id TEXT;
ALTER TABLE orders ADD COLUMN contract_id TEXT;
ALTER TABLE orders ADD COLUMN port_loading TEXT;
ALTER TABLE orders ADD COLUMN port_discharge TEXT;
ALTER TABLE orders ADD COLUMN payment_term_id TEXT;
ALTER TABLE orders ADD COLUMN hold_kind TEXT;
ALTER TABLE orders ADD COLUMN hold_reason TEXT;
CREATE INDEX orders_by_deal ON orders (tenant_id, deal_id) WHERE deal_id IS NOT NULL;

ALTER TABLE order_lines ADD COLUMN qty_produced INTEGER;
ALTER TABLE order_lines ADD COLUMN qty_packed INTEGER;
ALTER TABLE order_lines ADD COLUMN inspection_result TEXT;

ALTER TABLE installments ADD COLUMN deal_id TEXT;
ALTER TABLE installments ADD COLUMN eom INTEGER;
ALTER TABLE installments ADD COLUMN grace_days INTEGER;
CREATE INDEX installments_by_deal ON installments (tenant_id, deal_id) WHERE deal_id IS NOT NULL;

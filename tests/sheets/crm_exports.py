# ruff: noqa: E501  (rows of an export are as wide as they are)
"""Exports as the CRMs write them: synthetic rows under the headers, shapes and quirks that were seen in public."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.sheets import making
from tests.sheets.making import wall

Rows = list[list[Any]]


@dataclass(frozen=True)
class Export:
    """One export and what it must be read as.

    Attributes:
        number: In the list of fixtures that evidence asks for; 0 for one more.
        name: For people.
        file: Its name; the ending decides how it is written.
        rows: Of its sheet, or of each sheet by name.
        vendor: As it must be guessed.
        fields: Field by header; no other column may feed one.
        dates: First value of date fields, on the wall clock of the zone.
        skipped: How many rows are left out.
        encoding: Of a text table.
        delimiter: Of a text table.
        zone: The agreement's.
        mapping: What is decided beforehand.
        asks: Headers whose date order has to be asked.
        leads: How many leads there are.
        rejected: Rows without identity.
        problems: Row and reason of every value that is not taken.
        notes: Codes that must be among the notes.
        header_row: Spreadsheet row of the headers, counted from 1.
        options: Of a workbook; see `making.workbook`.
    """

    number: int
    name: str
    file: str
    rows: Rows | Mapping[str, Rows]
    vendor: str
    fields: dict[str, str]
    dates: dict[str, str] = field(default_factory=dict)
    skipped: int = 0
    encoding: str = "utf-8"
    delimiter: str = ","
    zone: str = "Europe/Berlin"
    mapping: dict[str, Any] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    leads: int = 0
    rejected: int = 0
    problems: tuple[tuple[int, str], ...] = ()
    notes: frozenset[str] = frozenset()
    header_row: int = 0
    options: dict[str, Any] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """The export as a file."""
        path = folder / self.file
        if path.suffix == ".xlsx":
            return making.workbook(path, self.rows, **self.options)
        assert not isinstance(self.rows, Mapping), "a text table has one sheet"
        return making.table(path, self.rows, self.encoding, self.delimiter)


EXPORTS = [
    Export(
        1, "hubspot contacts", "hubspot-crm-exports-all-contacts-2025-10-13.csv",
        [
            ["Record ID", "First Name", "Last Name", "Email", "Contact owner", "Lifecycle Stage", "Create Date",
             "Became a Marketing Qualified Lead Date", "Owner Assigned Date", "Last Contacted", "Number of times contacted",
             "Original Source", "Lead response time", "Number of Employees"],
            ["901", "Ana", "Souza", "ana@x.com", "Bo Lee", "Lead", "2025-04-01 09:12", "2025-04-02 10:00", "", "", "0",
             "ORGANIC_SEARCH", "1709647", "25"],
        ],
        "hubspot",
        {"Record ID": "lead_id", "First Name": "person", "Last Name": "person", "Email": "email", "Contact owner": "owner",
         "Lifecycle Stage": "stage", "Create Date": "created_at", "Became a Marketing Qualified Lead Date": "qualified_at",
         "Owner Assigned Date": "handed_over_at", "Last Contacted": "last_attempt_at",
         "Number of times contacted": "attempts", "Original Source": "source", "Number of Employees": "company_size"},
        {"created_at": "2025-04-01 09:12:00", "qualified_at": "2025-04-02 10:00:00"},
    ),
    Export(
        4, "hubspot after excel, UTF-16 with tabs", "all-contacts.csv",
        [
            ["Record ID", "Create Date", 'Date entered "Marketing Qualified Lead (Lifecycle Stage Pipeline)"', "HubSpot Score"],
            ["901", "4/1/2025 9:12", "4/22/2025 10:00", "17"], ["902", "4/23/2025 9:12", "", "3"],
        ],
        "hubspot",
        {"Record ID": "lead_id", "Create Date": "created_at", "HubSpot Score": "score",
         'Date entered "Marketing Qualified Lead (Lifecycle Stage Pipeline)"': "qualified_at"},
        {"created_at": "2025-04-01 09:12:00", "qualified_at": "2025-04-22 10:00:00"}, encoding="utf-16", delimiter="\t",
    ),
    Export(
        7, "salesforce details with footer", "report1696.csv",
        [
            ["Lead Owner", "First Name", "Last Name", "Title", "Company / Account", "Lead Source", "Rating", "Email",
             "Create Date", "Lead Status", "Lead ID"],
            ["Bo Lee", "Ana", "Souza", "CFO", "X Ltda", "Web", "Hot", "ana@x.com", "12/27/2025", "Open - Not Contacted", "00Q1"],
            ["Bo Lee", "Max", "Muster", "CTO", "Y GmbH", "Web", "", "max@y.de", "1/5/2026", "Working - Contacted", "00Q2"],
            [], ["Grand Totals (2 records)"], [], ["Confidential Information - Do Not Distribute"],
            ["Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."],
        ],
        "salesforce",
        {"Lead Owner": "owner", "First Name": "person", "Last Name": "person", "Title": "role", "Company / Account": "company",
         "Lead Source": "source", "Rating": "grade", "Email": "email", "Create Date": "created_at", "Lead Status": "status",
         "Lead ID": "lead_id"},
        {"created_at": "2025-12-27 00:00:00"}, skipped=5,
    ),
    Export(
        9, "salesforce german", "Leadliste.csv",
        [
            ["Stand: 01.10.2026 14:03"], [],
            ["Lead-ID", "Firma/Account", "Vorname", "Nachname", "Lead-Quelle", "Lead-Status", "Lead-Inhaber", "Erstelldatum",
             "Letzte Aktivität"],
            ["00Q1", "Müller & Söhne", "Zoë", "Groß", "Messe", "Offen", "Bo Lee", "01.09.2026 08:30", "03.09.26"],
            ["Summe", "", "", "", "", "", "", "", ""],
        ],
        "salesforce",
        {"Lead-ID": "lead_id", "Firma/Account": "company", "Vorname": "person", "Nachname": "person", "Lead-Quelle": "source",
         "Lead-Status": "status", "Lead-Inhaber": "owner", "Erstelldatum": "created_at", "Letzte Aktivität": "last_attempt_at"},
        {"created_at": "2026-09-01 08:30:00", "last_attempt_at": "2026-09-03 00:00:00"}, skipped=2, encoding="cp1252",
        delimiter=";",
    ),
    Export(
        10, "salesforce data loader", "extract.csv",
        [
            ["Id", "FirstName", "LastName", "Company", "LeadSource", "Status", "CreatedDate", "IsConverted", "NumberOfEmployees"],
            ["00Q1", "Ana", "Souza", "X", "Web", "New", "2025-03-04T10:22:00.000+0000", "false", "12"],
        ],
        "salesforce",
        {"Id": "lead_id", "FirstName": "person", "LastName": "person", "Company": "company", "LeadSource": "source",
         "Status": "status", "CreatedDate": "created_at", "NumberOfEmployees": "company_size"},
        {"created_at": "2025-03-04 11:22:00"},
    ),
    Export(
        13, "pipedrive english", "deals-7428260-2353.csv",
        [
            ["Deal - ID", "Deal - Title", "Deal - Value", "Deal - Currency (of Value)", "Deal - Stage", "Deal - Status",
             "Deal - Owner", "Deal - Organization", "Deal - Deal created", "Deal - Won time", "Deal - Lost reason",
             "Deal - Total activities", "Person - Email"],
            ["12", "Big one", "1200", "EUR", "Demo", "won", "Bo", "X Ltd", "2026-01-05 10:00:00", "2026-02-05 11:30:00", "", "4",
             "a@x.de"],
        ],
        "pipedrive",
        {"Deal - ID": "lead_id", "Deal - Value": "amount", "Deal - Stage": "stage", "Deal - Status": "status",
         "Deal - Owner": "owner", "Deal - Organization": "company", "Deal - Deal created": "created_at",
         "Deal - Won time": "won_at", "Deal - Lost reason": "lost_reason", "Deal - Total activities": "attempts",
         "Person - Email": "email"},
        {"created_at": "2026-01-05 10:00:00", "won_at": "2026-02-05 11:30:00"},
    ),
    Export(
        14, "pipedrive portuguese", "negocios.csv",
        [
            ["Negócio - ID", "Negócio - Título", "Negócio - Valor", "Negócio - Etapa", "Negócio - Status",
             "Negócio - Proprietário", "Negócio - Negócio criado em", "Negócio - Ganho em", "Negócio - Motivo da perda",
             "Pessoa - Nome", "Pessoa - E-mail - Trabalho"],
            ["12", "Grande", "1200", "Demo", "Ganho", "Bo", "2026-01-05 10:00:00", "2026-02-05", "", "Ana", "a@x.com"],
        ],
        "pipedrive",
        {"Negócio - ID": "lead_id", "Negócio - Valor": "amount", "Negócio - Etapa": "stage", "Negócio - Status": "status",
         "Negócio - Proprietário": "owner", "Negócio - Negócio criado em": "created_at", "Negócio - Ganho em": "won_at",
         "Negócio - Motivo da perda": "lost_reason", "Pessoa - Nome": "person", "Pessoa - E-mail - Trabalho": "email"},
        {"created_at": "2026-01-05 10:00:00", "won_at": "2026-02-05 00:00:00"},
    ),
    Export(
        15, "pipedrive german", "deals.csv",
        [
            ["Deal - ID", "Deal - Titel", "Deal - Wert", "Deal - Besitzer", "Deal - Phase", "Deal - Organisation",
             "Deal - Deal erstellt", "Deal - Datum des gewonnenen Deals", "Deal - Verlustgrund",
             "Deal - Gesamtzahl der Aktivitäten"],
            ["12", "Groß", "1200", "Bo", "Demo", "X GmbH", "2026-01-05 10:00:00", "", "Preis", "2"],
        ],
        "pipedrive",
        {"Deal - ID": "lead_id", "Deal - Wert": "amount", "Deal - Besitzer": "owner", "Deal - Phase": "stage",
         "Deal - Organisation": "company", "Deal - Deal erstellt": "created_at",
         "Deal - Datum des gewonnenen Deals": "won_at", "Deal - Verlustgrund": "lost_reason",
         "Deal - Gesamtzahl der Aktivitäten": "attempts"},
        {"created_at": "2026-01-05 10:00:00"},
    ),
    Export(
        16, "pipedrive spanish without accents", "tratos.csv",
        [["Trato - ID", "Trato - Titulo", "Trato - Valor", "Trato - Etapa", "Trato - Trato creado"],
         ["12", "Grande", "1200", "Demo", "2026-01-05"]],
        "pipedrive",
        {"Trato - ID": "lead_id", "Trato - Valor": "amount", "Trato - Etapa": "stage", "Trato - Trato creado": "created_at"},
        {"created_at": "2026-01-05 00:00:00"},
    ),
    Export(
        17, "zoho", "Leads.csv",
        [
            ["Record Id", "Lead Owner", "First Name", "Last Name", "Company", "Email", "Lead Source", "Lead Status",
             "Created Time", "Modified Time", "No. of Employees"],
            ["zcrm_4150868000000224005", "Bo", "Ana", "Souza", "X", "ana@x.com", "Web", "Junk Lead", "03/25/2026 02:30:00 PM",
             "03/25/2026 02:31:00 PM", "10"],
        ],
        "zoho",
        {"Record Id": "lead_id", "Lead Owner": "owner", "First Name": "person", "Last Name": "person", "Company": "company",
         "Email": "email", "Lead Source": "source", "Lead Status": "status", "Created Time": "created_at",
         "No. of Employees": "company_size"},
        {"created_at": "2026-03-25 14:30:00"},
    ),
    Export(
        19, "dynamics", "My Open Leads 3-1-2026.xlsx",
        [
            ["(Do Not Modify) Lead", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On", "Name", "Topic",
             "Status Reason", "Owner", "Created On"],
            ["6f9619ff-8b86", "AbC+1==", wall(2026, 2, 1, 9), "Ana Souza", "Demo", "New", "Bo Lee", wall(2026, 1, 15, 9, 30)],
        ],
        "dynamics",
        {"(Do Not Modify) Lead": "lead_id", "Name": "person", "Status Reason": "status", "Owner": "owner",
         "Created On": "created_at"},
        {"created_at": "2026-01-15 09:30:00"},
    ),
    Export(
        21, "rd station marketing", "rd-acme-leads-leads-ativos.csv",
        [
            ["Email", "Nome", "Telefone", "Celular", "Empresa", "Cargo", "Estágio no funil", "Dono do Lead",
             "Lead Scoring - Perfil", "Lead Scoring - Interesse", "Data da primeira conversão",
             "Origem da primeira conversão", "Celular", "Data da última oportunidade"],
            ["ana@x.com", "Ana Souza", "1", "2", "X", "CFO", "Lead Qualificado", "Bo", "a", "120", "2025-10-12 14:33:22 -0300",
             "Feira", "3", "2025-10-13 09:00:00 -0300"],
        ],
        "rd_station",
        {"Email": "email", "Nome": "person", "Empresa": "company", "Cargo": "role", "Estágio no funil": "stage",
         "Dono do Lead": "owner", "Lead Scoring - Perfil": "grade", "Lead Scoring - Interesse": "score",
         "Data da primeira conversão": "created_at", "Origem da primeira conversão": "source",
         "Data da última oportunidade": "qualified_at"},
        {"created_at": "2025-10-12 14:33:22", "qualified_at": "2025-10-13 09:00:00"}, zone="America/Sao_Paulo",
    ),
    Export(
        22, "rd station crm", "negociacoes.xlsx",
        [
            ["Nome", "Empresa", "Etapa", "Estado", "Motivo de Perda", "Valor Único", "Valor Recorrente", "Pausada",
             "Data do primeiro contato", "Hora do primeiro contato", "Data de fechamento", "Hora de fechamento", "Fonte",
             "Responsável", "Equipes do responsável", "Email"],
            ["Plano anual", "X", "Proposta", "Vendida", "", "R$ 1.234,56", "R$ 0,00", "Não", "12/10/2025", "14:33", "", "",
             "Feira", "Bo", "Sul", "ana@x.com"],
        ],
        "rd_station_crm",
        {"Nome": "person", "Empresa": "company", "Etapa": "stage", "Estado": "status", "Motivo de Perda": "lost_reason",
         "Valor Único": "amount", "Data do primeiro contato": "first_touch_at", "Hora do primeiro contato": "first_touch_at",
         "Fonte": "source", "Responsável": "owner", "Equipes do responsável": "team", "Email": "email"},
        {"first_touch_at": "2025-10-12 14:33:00"},
    ),
    Export(
        23, "marketo", "bulk.csv",
        [["id", "firstName", "lastName", "email", "company", "leadSource", "leadStatus", "leadScore", "createdAt", "updatedAt"],
         ["7", "Ana", "Souza", "ana@x.com", "X", "Web", "New", "55", "2026-01-05T10:00:00Z", "2026-01-06T10:00:00Z"]],
        "marketo",
        {"id": "lead_id", "firstName": "person", "lastName": "person", "email": "email", "company": "company",
         "leadSource": "source", "leadStatus": "status", "leadScore": "score", "createdAt": "created_at"},
        {"created_at": "2026-01-05 11:00:00"},
    ),
    Export(
        24, "google form", "Respostas.csv",
        [["Carimbo de data/hora", "Nome do visitante ", "E-mail", "Origem"], ["15/01/2026 09:30:12", "Ana", "ana@x.com", "Feira"]],
        "google_forms",
        {"Carimbo de data/hora": "created_at", "Nome do visitante": "person", "E-mail": "email", "Origem": "source"},
        {"created_at": "2026-01-15 09:30:12"},
    ),
    Export(
        25, "meta lead ads", "leads.csv",
        [["id", "created_time", "ad_id", "ad_name", "campaign_name", "form_id", "is_organic", "platform", "email", "full_name"],
         ["l:9", "2026-01-05T10:00:00-0300", "ag:1", "Ad", "Spring", "f:1", "false", "fb", "ana@x.com", "Ana Souza"]],
        "meta",
        {"id": "lead_id", "created_time": "created_at", "campaign_name": "campaign", "platform": "source", "email": "email",
         "full_name": "person"},
        {"created_at": "2026-01-05 14:00:00"},
    ),
    Export(
        0, "kommo", "kommo_export.csv",
        [["ID", "Nome", "Empresa do contato", "Etapa", "Usuário responsável", "Criado em"],
         ["9", "Ana", "X", "Contato", "Bo", "05.01.2026 10:00"]],
        "kommo",
        {"ID": "lead_id", "Nome": "person", "Empresa do contato": "company", "Etapa": "stage", "Usuário responsável": "owner",
         "Criado em": "created_at"},
        {"created_at": "2026-01-05 10:00:00"},
    ),
]  # fmt: skip

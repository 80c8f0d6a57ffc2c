# ruff: noqa: E501  (rows of an export are as wide as they are)
"""Exports with the traps that evidence names: groups and totals, histories, queues, mixed dates, hand-made sheets."""

from __future__ import annotations

from tests.sheets.crm_exports import Export, Rows
from tests.sheets.making import wall

_CURLY = "Date entered “Marketing Qualified Lead (Lifecycle Stage Pipeline)”"
_MERGED = [
    ["Mês", "DATA", "Nome do Lead", "Telfone", "", "Emial", "Empressa", "Vendedor", "Valor Anual", "Status do Lead"]
]


def _log(week: int, *days: int) -> Rows:
    return [
        ["" if n else "Janeiro", f"{day:02d}/01/2026", f"Lead {day}", "11 9999", "", f"lead{day}@x.com", f"Empresa {day}",
         "Bo", f"R$ {day}.200,00", "Quente"]
        for n, day in enumerate(days)
    ] + [[f"Total semana {week}", "", "", "", "", "", "", "", f"R$ {sum(days)}.000,00", ""]]  # fmt: skip


ODD = [
    Export(
        2, "hubspot re-saved in Excel", "hubspot-crm-exports-all-contacts-2025-05-13.csv",
        [["Record ID", "Create Date", "Owner Assigned Date", "Lifecycle Stage", "Email"],
         ["901", "4/1/2025 9:12", "4/2/2025 8:00", "Lead", "a@x.com"], ["902", "4/23/2025 9:12", "", "Lead", "b@x.com"]],
        "hubspot",
        {"Record ID": "lead_id", "Create Date": "created_at", "Owner Assigned Date": "handed_over_at",
         "Lifecycle Stage": "stage", "Email": "email"},
        {"created_at": "2025-04-01 09:12:00", "handed_over_at": "2025-04-02 08:00:00"}, leads=2,
        notes=frozenset({"date_order_values", "date_order_other_column"}),
    ),
    Export(
        3, "hubspot with curly quotes", "contacts.csv",
        [["Record ID", "Create Date", _CURLY, "Contact owner"], ["901", "2025-04-01 09:12", "2025-04-02 10:00", "Bo Lee"]],
        "hubspot",
        {"Record ID": "lead_id", "Create Date": "created_at", _CURLY: "qualified_at", "Contact owner": "owner"},
        {"qualified_at": "2025-04-02 10:00:00"}, leads=1,
    ),
    Export(
        5, "hubspot response time in milliseconds, blank where the owner changed", "contacts-speed.csv",
        [["Record ID", "Create Date", "Owner Assigned Date", "Lead response time", "Number of times contacted"],
         ["901", "2025-04-01 09:00", "2025-04-01 09:30", "1800000", "2"], ["902", "2025-04-01 09:00", "2025-04-03 09:30", "", "0"]],
        "hubspot",
        {"Record ID": "lead_id", "Create Date": "created_at", "Owner Assigned Date": "handed_over_at",
         "Lead response time": "first_touch_at", "Number of times contacted": "attempts"},
        {"first_touch_at": "2025-04-01 10:00:00"}, mapping={"columns": {"Lead response time": "first_touch_at"}}, leads=2,
        notes=frozenset({"duration_added"}),
    ),
    Export(
        6, "hubspot deals with renewals", "hubspot-crm-exports-all-deals-2026-05-01.csv",
        [["Record ID", "Deal Name", "Deal Stage", "Pipeline", "Amount", "Close Date", "Create Date", "Deal owner"],
         ["7", "X", "Closed Won", "Sales Pipeline", "$45,000", "2026-03-01 10:00", "2026-01-05 09:00", "Bo"],
         ["8", "Y", "closed won", "Renewals", "1.2M", "2026-03-02 10:00", "2026-01-06 09:00", "Bo"]],
        "hubspot",
        {"Record ID": "lead_id", "Deal Stage": "stage", "Pipeline": "pipeline", "Amount": "amount",
         "Create Date": "created_at", "Deal owner": "owner"},
        {"created_at": "2026-01-05 09:00:00"}, mapping={"values": {"pipeline": {"Renewals": "excluded: renewal"}}}, leads=2,
    ),
    Export(
        8, "salesforce formatted", "Leads by owner.xlsx",
        [["", "Leads by owner"], ["", "As of 2026-10-01 14:03 Central European Time"], ["", "Filtered By"],
         ["", "Show: All leads"], [],
         ["", "Lead Owner  ↑", "Lead ID", "First Name", "Last Name", "Company / Account", "Create Date", "Lead Status"],
         ["", "Bo Lee", "00Q1", "Ana", "Souza", "X Ltda", "9/27/2026", "Open - Not Contacted"],
         ["", "", "00Q2", "Max", "Muster", "Y GmbH", "9/5/2026", "Working - Contacted"],
         ["", "Subtotal", "", "", "", "", "", ""], ["", "", "Count", 2, "", "", "", ""],
         ["", "Cy Ode", "00Q3", "Eva", "Klein", "Z AG", "9/28/2026", "Closed - Converted"],
         ["", "Total", "", "", "", "", "", ""], ["", 3]],
        "salesforce",
        {"Lead Owner ↑": "owner", "Lead ID": "lead_id", "First Name": "person", "Last Name": "person",
         "Company / Account": "company", "Create Date": "created_at", "Lead Status": "status"},
        {"created_at": "2026-09-27 00:00:00"}, skipped=8, leads=3, header_row=6, notes=frozenset({"as_of_line", "group_filled"}),
    ),
    Export(
        0, "salesforce grouped by two, with a blank that is the lead's own", "Leads by team.xlsx",
        [["", "Leads by team"], ["", "As of 2026-10-01 14:03"], [],
         ["", "Lead Source ↑", "Lead Owner ↑", "Lead ID", "Company / Account", "Create Date", "Lead Status"],
         ["", "Web", "Bo Lee", "00Q1", "X", "9/27/2026", "New"], ["", "", "", "00Q2", "", "9/28/2026", ""],
         ["", "", "Subtotal", "", "", "", ""], ["", "", "Cy Ode", "00Q3", "Z", "9/29/2026", "New"],
         ["", "", "Subtotal", "", "", "", ""], ["", "Subtotal", "", "", "", "", ""],
         ["", "", "", "00Q4", "U", "9/30/2026", "New"], ["", "Total", "", "", "", "", ""]],
        "salesforce",
        {"Lead Source ↑": "source", "Lead Owner ↑": "owner", "Lead ID": "lead_id", "Company / Account": "company",
         "Create Date": "created_at", "Lead Status": "status"},
        {"created_at": "2026-09-27 00:00:00"}, skipped=6, leads=4, header_row=4,
        notes=frozenset({"as_of_line", "group_filled"}),
    ),
    Export(
        11, "salesforce field history, newest first", "OpportunityHistory.csv",
        [["Opportunity ID", "Created Date", "Stage"], ["006A", "2026-02-02", "Demo"], ["006A", "2026-01-02", "New"],
         ["006B", "2026-01-20", "Won"], ["006B", "2026-01-03", "New"]],
        "", {"Opportunity ID": "lead_id", "Created Date": "created_at", "Stage": "stage"},
        {"created_at": "2026-01-02 00:00:00"}, leads=2,
        problems=((2, "other_row_counts"), (2, "other_row_counts"), (4, "other_row_counts"), (4, "other_row_counts")),
        notes=frozenset({"newest_first"}),
    ),
    Export(
        12, "salesforce with queues as owners", "queues.csv",
        [["Lead ID", "Lead Owner", "Company / Account", "Create Date", "Lead Status"],
         ["00Q1", "Sales - Inbound", "X", "2026-01-05", "New"], ["00Q2", "Bo Lee", "Y", "2026-01-06", "New"]],
        "salesforce",
        {"Lead ID": "lead_id", "Lead Owner": "owner", "Company / Account": "company", "Create Date": "created_at",
         "Lead Status": "status"},
        mapping={"values": {"owner": {"Sales – Fair": ""}}}, leads=2, notes=frozenset({"queue_owner"}),
    ),
    Export(
        18, "zoho in ISO", "Leads_2026_01_10.csv",
        [["Record Id", "Lead Owner", "Company", "Email", "Lead Source", "Lead Status", "Created Time", "Modified Time", "Last Activity Time"],
         ["zcrm_41", "Bo", "X", "ana@x.com; ana2@x.com", "Web", "Junk Lead", "2026-01-05 14:30:00", "2026-01-06 14:31:00", "2026-01-06 09:00:00"]],
        "zoho",
        {"Record Id": "lead_id", "Lead Owner": "owner", "Company": "company", "Email": "email", "Lead Source": "source",
         "Lead Status": "status", "Created Time": "created_at", "Last Activity Time": "last_attempt_at"},
        {"created_at": "2026-01-05 14:30:00"}, mapping={"values": {"status": {"Junk Lead": "excluded"}}}, leads=1,
    ),
    Export(
        20, "dynamics advanced find", "Advanced Find.xlsx",
        [["Leads_Topic", "Leads_ Full_Name", "Leads_Status Reason", "Leads_Created On", "Leads_Email", "Leads_Lead Source"],
         ["Demo", "Ana Souza", "New", wall(2026, 1, 15, 9, 30), "ana@x.com", "Web"]],
        "dynamics",
        {"Leads_ Full_Name": "person", "Leads_Status Reason": "status", "Leads_Created On": "created_at",
         "Leads_Email": "email", "Leads_Lead Source": "source"},
        {"created_at": "2026-01-15 09:30:00"}, leads=1,
    ),
    Export(
        26, "hand-made log with merged months and weekly totals", "controle.xlsx",
        [["Clientes 2026"], ["Atualizado 31/01/2026"], [], *_MERGED, *_log(1, 15, 16), *_log(2, 19, 20), ["Total de clientes: 4"]],
        "",
        {"DATA": "created_at", "Nome do Lead": "person", "Emial": "email", "Empressa": "company", "Vendedor": "owner",
         "Valor Anual": "amount", "Status do Lead": "status"},
        {"created_at": "2026-01-15 00:00:00"}, skipped=5, leads=4, header_row=4,
        options={"merges": [("A5:A6", "Janeiro"), ("A8:A9", "Janeiro")]}, notes=frozenset({"merged_filled"}),
    ),
    Export(
        27, "dates that can be read in two ways", "two-ways.csv",
        [["Lead ID", "Create Date", "Lead Status", "Company"], ["1", "03/08/2026", "New", "X"], ["2", "04/09/2026", "New", "Y"]],
        "", {"Lead ID": "lead_id", "Create Date": "created_at", "Lead Status": "status", "Company": "company"},
        asks=("Create Date",),
    ),
    Export(
        28, "both orders in one column", "mixed.csv",
        [["Lead ID", "Create Date"], ["1", "13/08/2026"], ["2", "08/14/2026"], ["3", "15/08/2026"], ["4", "03/04/2026"], ["5", "16/08/2026"]],
        "", {"Lead ID": "lead_id", "Create Date": "created_at"}, {"created_at": "2026-08-13 00:00:00"}, leads=5,
        problems=((3, "date_order_other"), (5, "date_order_mixed")), notes=frozenset({"date_order_conflict"}),
    ),
    Export(
        29, "serials as numbers and texts in a workbook of 1904", "mac.xlsx",
        [["Lead ID", "Create Date", "First Contact Date", "Amount"], [1.0, 44000.0, "44000.5", "45k"],
         [2.0, 44001.25, "44002", ""], [3.0, 44002.0, "", 7.5]],
        "",
        {"Lead ID": "lead_id", "Create Date": "created_at", "First Contact Date": "first_touch_at", "Amount": "amount"},
        {"created_at": "2024-06-19 00:00:00", "first_touch_at": "2024-06-19 12:00:00"}, leads=3, options={"date_1904": True},
        notes=frozenset({"serial_dates"}),
    ),
    Export(
        30, "first touch without a time", "dates-only.csv",
        [["Lead ID", "Created", "Handed over", "First touch"], ["1", "2026-01-05 09:00", "2026-01-05 10:00", "2026-01-06"],
         ["2", "2026-01-05 09:00", "2026-01-05 11:00", "2026-01-07"]],
        "", {"Lead ID": "lead_id", "Created": "created_at", "Handed over": "handed_over_at", "First touch": "first_touch_at"},
        {"first_touch_at": "2026-01-06 00:00:00"}, leads=2, notes=frozenset({"no_times"}),
    ),
    Export(
        31, "summary first, leads on the second sheet", "book.xlsx",
        {"Resumo": [["Total", 2], ["Ativos", 1]],
         "Clientes": [["Nome", "Email", "Email trabalho", "Contato", "Data de cadastro"],
                      ["Ana", "ana@x.com", "ana@w.com", "11 9999-1111", "15/01/2026"],
                      ["Max", "max@x.com", "max@w.com", "11 8888-2222", "16/01/2026"]],
         "Inativos": [["Nome", "Email", "Data de cadastro"], ["Eva", "eva@x.com", "15/01/2025"]]},
        "", {"Nome": "person", "Email": "email", "Data de cadastro": "created_at"},
        {"created_at": "2026-01-15 00:00:00"}, leads=2, notes=frozenset({"sheet_chosen"}),
    ),
    Export(
        33, "data two rows below the headers", "gap.csv",
        [["Lead ID", "Create Date", "Lead Source"], [], ["1", "2026-01-05", "Web"], ["2", "2026-01-06", "Fair"]],
        "", {"Lead ID": "lead_id", "Create Date": "created_at", "Lead Source": "source"},
        {"created_at": "2026-01-05 00:00:00"}, skipped=1, leads=2,
    ),
    Export(
        34, "first touch before qualification", "early.csv",
        [["Lead ID", "MQL Date", "First Contact Date"], ["1", "2026-01-06 09:00", "2026-01-05 09:00"]],
        "", {"Lead ID": "lead_id", "MQL Date": "qualified_at", "First Contact Date": "first_touch_at"},
        {"qualified_at": "2026-01-06 09:00:00", "first_touch_at": "2026-01-05 09:00:00"}, leads=1,
    ),
    Export(
        0, "headers in two rows with merged groups", "two-rows.xlsx",
        [["Lead ID", "Company", "First contact", "", "Handed over", ""], ["", "", "Date", "Time", "Date", "Time"],
         ["1", "X", "15/01/2026", "09:30", "14/01/2026", "17:00"], ["2", "Y", "16/01/2026", "", "15/01/2026", "08:00"]],
        "",
        {"Lead ID": "lead_id", "Company": "company", "First contact Date": "first_touch_at",
         "First contact Time": "first_touch_at", "Handed over Date": "handed_over_at", "Handed over Time": "handed_over_at"},
        {"first_touch_at": "2026-01-15 09:30:00", "handed_over_at": "2026-01-14 17:00:00"}, leads=2, header_row=2, skipped=1,
        options={"merges": [("C1:D1", "First contact"), ("E1:F1", "Handed over"), ("A1:A2", "Lead ID"), ("B1:B2", "Company")]},
        notes=frozenset({"two_levels"}),
    ),
]  # fmt: skip

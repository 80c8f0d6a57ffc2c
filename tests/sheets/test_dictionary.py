"""Headers as vendors and people spell them. Spellings come from published exports."""

from __future__ import annotations

import json
from typing import Any

import pytest

from workbench.agreement.lead_fields import FIELD, LEAD_FIELDS
from workbench.base.places import resource
from workbench.sheets.dictionary import dictionary
from workbench.sheets.header_words import forms, nearly, normal

DATA: dict[str, Any] = json.loads(resource("imports", "aliases.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Record ID", "lead_id"), ("Create Date", "created_at"), ("createdate", "created_at"),
        ("Became a Marketing Qualified Lead Date", "qualified_at"),
        ('Date entered "Marketing Qualified Lead (Lifecycle Stage Pipeline)"', "qualified_at"),
        ("Date entered “Marketing Qualified Lead (Lifecycle Stage Pipeline)”", "qualified_at"),
        ("hs_v2_date_entered_marketingqualifiedlead", "qualified_at"),
        ("Became a Sales Qualified Lead Date", "sql_at"), ("Contact owner", "owner"),
        ("Owner Assigned Date", "handed_over_at"),
        ("Original Traffic Source", "source"), ("Number of times contacted", "attempts"),
        ("Last Contacted", "last_attempt_at"),
        ("Company / Account", "company"), ("Lead Owner  ↑", "owner"), ("Lead Status", "status"),
        ("Lead Source", "source"),
        ("LeadSource", "source"), ("NumberOfEmployees", "company_size"), ("CreatedDate", "created_at"),
        ("Lead-Quelle", "source"), ("Lead-Inhaber", "owner"), ("Leadinhaber", "owner"), ("Erstellt am", "created_at"),
        ("Letzte Aktivität", "last_attempt_at"), ("Firma/Account", "company"), ("Datum Erstkontakt", "first_touch_at"),
        ("Deal - ID", "lead_id"), ("Deal - Deal created", "created_at"), ("Deal - Organization", "company"),
        ("Deal - Owner", "owner"), ("Deal - Won time", "won_at"), ("Deal - Lost reason", "lost_reason"),
        ("Deal - Total activities", "attempts"), ("Person - Email", "email"), ("Person - Name", "person"),
        ("Organization - Name", "company"), ("Deal - Value", "amount"),
        ("Negócio - Negócio criado em", "created_at"), ("Negócio - Motivo da perda", "lost_reason"),
        ("Negócio - Ganho em", "won_at"), ("Pessoa - E-mail - Trabalho", "email"), ("Negócio - Etapa", "stage"),
        ("Deal - Deal erstellt", "created_at"), ("Deal - Gesamtzahl der Aktivitäten", "attempts"),
        ("Deal - Verlustgrund", "lost_reason"), ("Trato - Trato creado", "created_at"), ("Trato - Titulo", ""),
        ("Created Time", "created_at"), ("No. of Employees", "company_size"),
        ("(Do Not Modify) Lead", "lead_id"), ("Status Reason", "status"), ("Leads_Created On", "created_at"),
        ("Leads_ Full_Name", "person"), ("Opportunity_Est. revenue", "amount"), ("Source Campaign", "campaign"),
        ("Estágio no funil", "stage"), ("Dono do Lead", "owner"), ("Lead Scoring - Perfil", "grade"),
        ("Lead Scoring - Interesse", "score"), ("Data da primeira conversão", "created_at"),
        ("Data do primeiro contato", "first_touch_at"), ("Motivo de Perda", "lost_reason"), ("Valor Único", "amount"),
        ("createdAt", "created_at"), ("leadScore", "score"), ("Acquisition Date", ""),
        ("Carimbo de data/hora", "created_at"), ("Marca temporal", "created_at"), ("Nome do visitante ", "person"),
        ("created_time", "created_at"), ("full_name", "person"), ("campaign_name", "campaign"),
        ("Usuário responsável", "owner"), ("Criado em", "created_at"), ("Wert (€)", "amount"), ("Lead-Nr.", "lead_id"),
        ("Company *", "company"), ("Nº de Funcionários", "company_size"), ("Emial", "email"), ("Empressa", "company"),
        ("mql_id", "lead_id"), ("first_contact_date", "first_touch_at"),
        # and what only looks alike
        ("Created By", ""), ("Owner ID", ""), ("Account Owner", ""), ("Deal - Title", ""), ("Close Date", ""),
        ("Data de fechamento", ""), ("(Do Not Modify) Row Checksum", ""), ("Lead response time", ""), ("Notes", ""),
        ("", ""), ("—", ""),
    ],
)  # fmt: skip
def test_a_header_means(header: str, field: str) -> None:
    match = dictionary().match(header)
    assert (match.field if match else "") == field


@pytest.mark.parametrize("field", LEAD_FIELDS, ids=lambda field: field.name)
def test_our_own_names_and_labels_are_exact(field: Any) -> None:
    for header in (field.name, field.label):
        match = dictionary().match(header)
        assert match is not None
        assert (match.field, match.kind, match.certainty) == (field.name, "exact", 1.0)


def test_a_closing_date_is_only_a_winning_date_when_somebody_says_so() -> None:
    assert dictionary().unsure("Close Date") == "won_at"
    assert dictionary().unsure("Data de fechamento") == "won_at"
    assert dictionary().unsure("Create Date") == ""


def test_a_vendor_reads_some_headers_its_own_way() -> None:
    assert dictionary().match("Estado") is None
    match = dictionary().match("Estado", "rd_station_crm")
    assert match is not None
    assert match.field == "status"


def spellings() -> list[tuple[str, str, str]]:
    return [
        (tier, field, spelling)
        for tier in ("fields", "likely", "unsure")
        for field, tongues in DATA[tier].items()
        for listed in tongues.values()
        for spelling in listed
    ]


def test_every_spelling_is_in_the_form_it_is_looked_up_by() -> None:
    others = [
        *DATA["ignored"], *DATA["durations"], *DATA["totals"], *DATA["footers"], *DATA["as_of"], *DATA["months"],
        *DATA["prefixes"], *DATA["day_words"], *DATA["time_words"],
        *(header for vendor in DATA["vendors"].values() for header in vendor["headers"]),
        *(word for words in DATA["period_totals"].values() for word in words),
        *(word for words in DATA["outcomes"].values() for word in words),
    ]  # fmt: skip
    assert [one for one in [spelling for _, _, spelling in spellings()] + others if normal(one) != one] == []
    assert all(one == one.casefold() for one in DATA["placeholders"] + DATA["date_placeholders"] + DATA["errors"])


def test_no_spelling_means_two_fields_and_every_field_exists() -> None:
    meanings: dict[str, set[str]] = {}
    for _, field, spelling in spellings():
        meanings.setdefault(spelling, set()).add(field)
    assert {spelling: fields for spelling, fields in meanings.items() if len(fields) > 1} == {}
    assert {field for _, field, _ in spellings()} <= set(FIELD)
    assert set(DATA["fields"]) == set(FIELD)


@pytest.mark.parametrize(
    "text", ["Total", "Summe:", "Grand Totals (5700 records)", "Total de clientes: 48", "Zwischensumme", "Anzahl 12"]
)
def test_totals(text: str) -> None:
    assert dictionary().is_total(text)


@pytest.mark.parametrize("text", ["Totally", "Summer", "Counts Ltd", "Anna", ""])
def test_no_totals(text: str) -> None:
    assert not dictionary().is_total(text)


def test_forms() -> None:
    assert normal("Nº de Funcionários *") == "n de funcionarios"
    assert normal("Straße / Größe") == "strasse grosse"
    assert forms("Deal - Value", frozenset({"deal"})) == ("deal value", "value")
    assert forms("Sub - Value", frozenset({"deal"})) == ("sub value",)


def test_a_slip_is_one_letter_in_a_word_of_five() -> None:
    assert nearly("emial", "email")
    assert nearly("telfone celular", "telefone celular")
    assert not nearly("note", "notes")
    assert not nearly("created by", "created on")
    assert not nearly("sales team", "sales lead")
    assert not nearly("email", "email")

"""The rules, one a file. To add one: write the file and list it here; everything else follows."""

from fgk.rules.abstimmung_widerspruch import abstimmung_widerspruch
from fgk.rules.aenderung_ohne_bezug import aenderung_ohne_bezug
from fgk.rules.analyse_unter_anderem_handlungsfeld import analyse_unter_anderem_handlungsfeld
from fgk.rules.beginn_vor_laufzeit import beginn_vor_laufzeit
from fgk.rules.beratungen_nicht_in_folge import beratungen_nicht_in_folge
from fgk.rules.bericht_ausserhalb_der_laufzeit import bericht_ausserhalb_der_laufzeit
from fgk.rules.bericht_nach_kenntnisnahme_geaendert import bericht_nach_kenntnisnahme_geaendert
from fgk.rules.bericht_nicht_vorgelegt import bericht_nicht_vorgelegt
from fgk.rules.beschlossenes_geaendert import beschlossenes_geaendert
from fgk.rules.beschlossenes_geloescht import beschlossenes_geloescht
from fgk.rules.beschluss_ohne_bezug import beschluss_ohne_bezug
from fgk.rules.beschluss_veraendert import beschluss_veraendert
from fgk.rules.bild_unbrauchbar import bild_unbrauchbar
from fgk.rules.dateiname_passt_nicht import dateiname_passt_nicht
from fgk.rules.datum_in_der_zukunft import datum_in_der_zukunft
from fgk.rules.datum_vertauscht import datum_vertauscht
from fgk.rules.doppelte_kennung import doppelte_kennung
from fgk.rules.endstatus_zurueckgenommen import endstatus_zurueckgenommen
from fgk.rules.ersetzt_ohne_nachfolger import ersetzt_ohne_nachfolger
from fgk.rules.falsche_einheit import falsche_einheit
from fgk.rules.farbe_ohne_kontrast import farbe_ohne_kontrast
from fgk.rules.federfuehrung_auch_beteiligt import federfuehrung_auch_beteiligt
from fgk.rules.festlegung_unstimmig import festlegung_unstimmig
from fgk.rules.fortschritt_passt_nicht_zum_status import fortschritt_passt_nicht_zum_status
from fgk.rules.frist_nach_laufzeit import frist_nach_laufzeit
from fgk.rules.frist_und_fortlaufend import frist_und_fortlaufend
from fgk.rules.handlungsfeld_ohne_ziel import handlungsfeld_ohne_ziel
from fgk.rules.jahr_doppelt_in_reihe import jahr_doppelt_in_reihe
from fgk.rules.kennung_wiederverwendet import kennung_wiederverwendet
from fgk.rules.kleine_fallzahl import kleine_fallzahl
from fgk.rules.kreis_passt_nicht_zum_schluessel import kreis_passt_nicht_zum_schluessel
from fgk.rules.laufzeit_nicht_drei_jahre import laufzeit_nicht_drei_jahre
from fgk.rules.massnahme_doppelt_im_bericht import massnahme_doppelt_im_bericht
from fgk.rules.massnahme_fehlt_im_bericht import massnahme_fehlt_im_bericht
from fgk.rules.massnahme_ohne_frist import massnahme_ohne_frist
from fgk.rules.massnahme_ohne_zustaendigkeit import massnahme_ohne_zustaendigkeit
from fgk.rules.massnahme_unter_anderem_ziel import massnahme_unter_anderem_ziel
from fgk.rules.mehrwertsteuer_unueblich import mehrwertsteuer_unueblich
from fgk.rules.messkriterium_ohne_sollwert import messkriterium_ohne_sollwert
from fgk.rules.name_passt_nicht_zum_schluessel import name_passt_nicht_zum_schluessel
from fgk.rules.neue_frist_passt_nicht_zum_status import neue_frist_passt_nicht_zum_status
from fgk.rules.nichtoeffentliche_beratung_veroeffentlicht import nichtoeffentliche_beratung_veroeffentlicht
from fgk.rules.organisationseinheit_hat_nachfolger import organisationseinheit_hat_nachfolger
from fgk.rules.ort_passt_nicht_zum_verfahren import ort_passt_nicht_zum_verfahren
from fgk.rules.persoenliche_adresse import persoenliche_adresse
from fgk.rules.personenname import personenname
from fgk.rules.platzhaltertext import platzhaltertext
from fgk.rules.querschnittsthema_nicht_gewaehlt import querschnittsthema_nicht_gewaehlt
from fgk.rules.registry import Rule
from fgk.rules.reihe_ohne_lizenz import reihe_ohne_lizenz
from fgk.rules.schluessel_nicht_verzeichnet import schluessel_nicht_verzeichnet
from fgk.rules.schrift_ohne_dateien import schrift_ohne_dateien
from fgk.rules.status_laeuft_rueckwaerts import status_laeuft_rueckwaerts
from fgk.rules.status_ohne_begruendung import status_ohne_begruendung
from fgk.rules.tarif_mit_luecke import tarif_mit_luecke
from fgk.rules.tarif_unbekanntes_verfahren import tarif_unbekanntes_verfahren
from fgk.rules.tarifklasse_verkehrt import tarifklasse_verkehrt
from fgk.rules.tarifklassen_ueberschnitten import tarifklassen_ueberschnitten
from fgk.rules.termin_widerspricht_datensatz import termin_widerspricht_datensatz
from fgk.rules.umgesetzt_ohne_nachweis import umgesetzt_ohne_nachweis
from fgk.rules.unbekannte_herkunft import unbekannte_herkunft
from fgk.rules.unbekannte_massnahme import unbekannte_massnahme
from fgk.rules.unbekannte_organisationseinheit import unbekannte_organisationseinheit
from fgk.rules.unbekannter_beschluss import unbekannter_beschluss
from fgk.rules.unbekannter_bezug import unbekannter_bezug
from fgk.rules.unbekannter_indikator import unbekannter_indikator
from fgk.rules.unbekannter_katalog import unbekannter_katalog
from fgk.rules.unbekannter_sozialraum import unbekannter_sozialraum
from fgk.rules.unbekanntes_handlungsfeld import unbekanntes_handlungsfeld
from fgk.rules.unbekanntes_messkriterium import unbekanntes_messkriterium
from fgk.rules.unbekanntes_querschnittsthema import unbekanntes_querschnittsthema
from fgk.rules.unbekanntes_verfahren import unbekanntes_verfahren
from fgk.rules.unbekanntes_ziel import unbekanntes_ziel
from fgk.rules.vereinbarung_ohne_laufzeit import vereinbarung_ohne_laufzeit
from fgk.rules.wert_ohne_zahl import wert_ohne_zahl
from fgk.rules.wirkung_nur_im_quartier import wirkung_nur_im_quartier
from fgk.rules.zeichen_nicht_darstellbar import zeichen_nicht_darstellbar
from fgk.rules.zeitraum_passt_nicht_zum_dateinamen import zeitraum_passt_nicht_zum_dateinamen
from fgk.rules.zertifikat_vor_beschluss import zertifikat_vor_beschluss
from fgk.rules.ziel_ohne_massnahme import ziel_ohne_massnahme
from fgk.rules.ziel_ohne_messkriterium import ziel_ohne_messkriterium
from fgk.rules.ziel_unter_anderem_handlungsfeld import ziel_unter_anderem_handlungsfeld
from fgk.rules.zwei_berichte_fuer_ein_jahr import zwei_berichte_fuer_ein_jahr

RULES: tuple[Rule, ...] = (
    dateiname_passt_nicht,
    massnahme_ohne_zustaendigkeit,
    massnahme_ohne_frist,
    frist_und_fortlaufend,
    status_ohne_begruendung,
    ersetzt_ohne_nachfolger,
    platzhaltertext,
    personenname,
    persoenliche_adresse,
    fortschritt_passt_nicht_zum_status,
    umgesetzt_ohne_nachweis,
    abstimmung_widerspruch,
    ziel_ohne_messkriterium,
    messkriterium_ohne_sollwert,
    wert_ohne_zahl,
    kleine_fallzahl,
    neue_frist_passt_nicht_zum_status,
    jahr_doppelt_in_reihe,
    wirkung_nur_im_quartier,
    schluessel_nicht_verzeichnet,
    name_passt_nicht_zum_schluessel,
    kreis_passt_nicht_zum_schluessel,
    tarifklasse_verkehrt,
    tarifklassen_ueberschnitten,
    tarif_mit_luecke,
    mehrwertsteuer_unueblich,
    tarif_unbekanntes_verfahren,
    unbekannte_organisationseinheit,
    unbekanntes_ziel,
    unbekannte_massnahme,
    unbekannter_beschluss,
    unbekannte_herkunft,
    unbekannter_sozialraum,
    unbekanntes_handlungsfeld,
    unbekanntes_querschnittsthema,
    unbekannter_indikator,
    falsche_einheit,
    doppelte_kennung,
    massnahme_unter_anderem_ziel,
    ziel_unter_anderem_handlungsfeld,
    ziel_ohne_massnahme,
    handlungsfeld_ohne_ziel,
    massnahme_fehlt_im_bericht,
    organisationseinheit_hat_nachfolger,
    unbekanntes_verfahren,
    unbekannter_katalog,
    massnahme_doppelt_im_bericht,
    querschnittsthema_nicht_gewaehlt,
    unbekannter_bezug,
    ort_passt_nicht_zum_verfahren,
    federfuehrung_auch_beteiligt,
    unbekanntes_messkriterium,
    analyse_unter_anderem_handlungsfeld,
    beschluss_ohne_bezug,
    datum_vertauscht,
    frist_nach_laufzeit,
    bericht_ausserhalb_der_laufzeit,
    zwei_berichte_fuer_ein_jahr,
    zeitraum_passt_nicht_zum_dateinamen,
    status_laeuft_rueckwaerts,
    laufzeit_nicht_drei_jahre,
    beratungen_nicht_in_folge,
    zertifikat_vor_beschluss,
    datum_in_der_zukunft,
    beginn_vor_laufzeit,
    bericht_nicht_vorgelegt,
    vereinbarung_ohne_laufzeit,
    termin_widerspricht_datensatz,
    beschlossenes_geaendert,
    beschlossenes_geloescht,
    kennung_wiederverwendet,
    beschluss_veraendert,
    aenderung_ohne_bezug,
    festlegung_unstimmig,
    endstatus_zurueckgenommen,
    bericht_nach_kenntnisnahme_geaendert,
    zeichen_nicht_darstellbar,
    nichtoeffentliche_beratung_veroeffentlicht,
    reihe_ohne_lizenz,
    farbe_ohne_kontrast,
    bild_unbrauchbar,
    schrift_ohne_dateien,
)

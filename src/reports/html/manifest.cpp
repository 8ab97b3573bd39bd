#include "reports/html/cell_name.hpp"
#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/roster/fingerprint.hpp>
#include <cadre/version.hpp>

namespace cadre::html {
namespace {

void text_row(Page& page, MessageId title, const std::string& value) {
    write_row(page, page.text(title), [&] { write_cell(page, value); });
}

/// A name, and the digest of what it names.
void digest_row(Page& page, MessageId title, const std::string& name, const std::string& digest) {
    write_row(page, page.text(title), [&] {
        write_cell(page, [&] {
            page.out.element("bdi", name);
            if (digest.empty()) return;
            page.out.markup("<br>");
            page.out.element("code", digest);
        });
    });
}

/// "Cadres: 4958 rows; Units: 12 rows".
std::string row_counts(const Page& page) {
    std::string text;
    const Roster& roster = page.review.roster;
    for (std::size_t at = 0; at < roster.schema().tables().size(); ++at) {
        const RosterTable* table = roster.table(static_cast<int>(at));
        const Table& about = roster.schema().tables()[at];
        if (table == nullptr || (about.parent >= 0 && table->rows == 0)) continue;
        if (!text.empty()) text += "; ";
        text += page.text(texts::html_table_rows, {table_name(page, about), static_cast<std::int64_t>(table->rows)});
    }
    return text;
}

void mapping_row(Page& page) {
    const MappingSource& mapping = page.review.mapping;
    const bool given = !mapping.name.empty() || !mapping.sha256.empty();
    digest_row(page, texts::html_mapping, given ? mapping.name : page.text(texts::html_no_mapping), mapping.sha256);
}

}  // namespace

void write_manifest(Page& page) {
    const Assessment& assessment = page.review.assessment;
    page.out.element("p", page.text(texts::html_manifest_note));
    write_table(page, page.text(texts::html_inputs), {{texts::html_input}, {texts::html_value}}, [&] {
        digest_row(page, texts::html_roster, row_counts(page), fingerprint(page.review.roster));
        mapping_row(page);
        for (const PackDigest& digest : page.review.pack.digests()) {
            digest_row(page, texts::html_pack, digest.id, digest.sha256);
        }
        text_row(page, texts::html_as_of, page.text(date_text(day_number(assessment.as_of))));
        text_row(page, texts::html_law_as_of, page.text(date_text(day_number(assessment.law_as_of))));
        text_row(page, texts::html_snapshot,
                 assessment.snapshot ? page.text(date_text(*assessment.snapshot)) : page.text(texts::html_no_snapshot));
        text_row(page, texts::html_library, "cadre " + std::string(version()));
    });
}

}  // namespace cadre::html

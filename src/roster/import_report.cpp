#include <cadre/roster/import_report.hpp>

#include <cadre/messages/message.hpp>
#include <cadre/messages/texts/roster.hpp>

#include <algorithm>
#include <array>

namespace cadre {

const AttributeReport* ImportReport::find(std::string_view table, std::string_view attribute) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const AttributeReport& report) {
        return report.table == table && report.attribute == attribute;
    });
    return found == attributes.end() ? nullptr : &*found;
}

namespace {

constexpr std::size_t shown_spellings = 20;
constexpr std::size_t shown_rows = 10;

/// Characters of UTF-8 text, for alignment.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string text, std::size_t to, bool right) {
    const std::size_t has = width(text);
    const std::string blanks(to > has ? to - has : 0, ' ');
    return right ? blanks + text : text + blanks;
}

using Line = std::array<std::string, 7>;

Line heading(Language language) {
    const auto word = [&](MessageId id) { return std::string(pattern(id, language)); };
    return {word(texts::roster_report_attribute), word(texts::roster_report_read),
            word(texts::roster_report_blank),     word(texts::roster_report_not_understood),
            word(texts::roster_report_partial),   word(texts::roster_report_dangling),
            word(texts::roster_report_duplicated)};
}

Line line_of(const AttributeReport& report) {
    return {report.table + "." + report.attribute, std::to_string(report.read),    std::to_string(report.blank),
            std::to_string(report.not_understood), std::to_string(report.partial), std::to_string(report.dangling),
            std::to_string(report.duplicated)};
}

std::string table_of(const std::vector<Line>& lines) {
    std::array<std::size_t, 7> widths{};
    for (const Line& line : lines) {
        for (std::size_t at = 0; at < line.size(); ++at) widths[at] = std::max(widths[at], width(line[at]));
    }
    std::string text;
    for (const Line& line : lines) {
        for (std::size_t at = 0; at < line.size(); ++at) {
            text += padded(line[at], widths[at], at > 0) + (at + 1 < line.size() ? "  " : "\n");
        }
    }
    return text;
}

std::string spellings_of(const AttributeReport& report, Language language) {
    std::string text;
    for (std::size_t at = 0; at < report.spellings.size() && at < shown_spellings; ++at) {
        text +=
            (at > 0 ? ", “" : "“") + report.spellings[at].first + "” × " + std::to_string(report.spellings[at].second);
    }
    const auto more = static_cast<std::int64_t>(report.spellings.size()) - static_cast<std::int64_t>(shown_spellings);
    if (more > 0) text += Message{texts::roster_report_more, {more}}.text(language);
    return Message{texts::roster_report_spellings, {report.table + "." + report.attribute, text}}.text(language);
}

MessageId suspicion(TextEncoding encoding) {
    return encoding == TextEncoding::tcvn3 ? texts::roster_report_tcvn3 : texts::roster_report_vni;
}

}  // namespace

std::string Finding::to_text(Language language) const {
    std::string numbers;
    for (std::size_t at = 0; at < rows.size() && at < shown_rows; ++at) {
        numbers += (at > 0 ? ", " : "") + std::to_string(rows[at]);
    }
    if (count > static_cast<std::int64_t>(shown_rows)) numbers += ", …";
    return Message{texts::roster_finding, {table, count, numbers, message.text(language)}}.text(language);
}

std::string ImportReport::to_text(Language language) const {
    std::vector<Line> lines{heading(language)};
    for (const AttributeReport& report : attributes) lines.push_back(line_of(report));
    std::string text = table_of(lines);
    for (const AttributeReport& report : attributes) {
        if (!report.spellings.empty()) text += spellings_of(report, language) + "\n";
    }
    for (const Finding& finding : findings) text += finding.to_text(language) + "\n";
    for (const AttributeReport& report : attributes) {
        if (!report.suspected_encoding) continue;
        const Message message{suspicion(*report.suspected_encoding),
                              {report.table + "." + report.attribute, report.column}};
        text += message.text(language) + "\n";
    }
    std::string unused;
    for (const std::string& column : unused_columns) unused += (unused.empty() ? "" : ", ") + column;
    if (!unused.empty()) text += Message{texts::roster_report_unused, {unused}}.text(language) + "\n";
    return text;
}

}  // namespace cadre

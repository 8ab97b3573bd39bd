#include <cadre/messages/message.hpp>

#include <cadre/messages/texts/bindings.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/matching.hpp>
#include <cadre/messages/texts/planning.hpp>
#include <cadre/messages/texts/reports.hpp>
#include <cadre/messages/texts/roster.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/targets.hpp>
#include <cadre/messages/texts/testing.hpp>

#include <algorithm>
#include <array>

namespace cadre {
namespace {

struct Entry {
    MessageId id;
    std::string_view code;
    std::string_view vi;
    std::string_view en;
};

constexpr auto entries = std::to_array<Entry>({
#define CADRE_MESSAGE(id, vi, en) Entry{texts::id, #id, vi, en},
#include <cadre/messages/catalogue.def>
#undef CADRE_MESSAGE
});

// No number twice: a group of more than `texts_a_group` would reach into the next one.
static_assert(std::ranges::is_sorted(entries, std::ranges::less_equal{}, &Entry::id));

const Entry& entry(MessageId id) {
    return *std::ranges::lower_bound(entries, id, {}, &Entry::id);
}

struct ArgumentText {
    Language language;

    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const LocalizedText& text) const { return text.in(language); }
};

}  // namespace

std::string_view code(MessageId id) {
    return entry(id).code;
}

std::string_view pattern(MessageId id, Language language) {
    return language == Language::vi ? entry(id).vi : entry(id).en;
}

std::string Message::text(Language language) const {
    const std::string_view source = pattern(id, language);
    std::string result;
    result.reserve(source.size());
    for (std::size_t i = 0; i < source.size(); ++i) {
        // Placeholders have one digit; a test holds the catalogue to that.
        if (source[i] == '{' && i + 2 < source.size() && source[i + 2] == '}') {
            const auto index = static_cast<std::size_t>(static_cast<unsigned char>(source[i + 1]) - '0');
            if (index < arguments.size()) {
                result += std::visit(ArgumentText{language}, arguments[index]);
                i += 2;
                continue;
            }
        }
        result += source[i];
    }
    return result;
}

}  // namespace cadre

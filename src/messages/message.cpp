#include <cadre/messages/message.hpp>

#include <array>
#include <cstddef>

namespace cadre {
namespace {

struct Entry {
    std::string_view code;
    std::string_view vi;
    std::string_view en;
};

constexpr auto entries = std::to_array<Entry>({
#define CADRE_MESSAGE(id, vi, en) Entry{#id, vi, en},
#include <cadre/messages/catalogue.def>
#undef CADRE_MESSAGE
});

const Entry& entry(MessageId id) {
    return entries[static_cast<std::size_t>(id)];
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

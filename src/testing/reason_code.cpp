#include "testing/reason_code.hpp"

#include "evaluation/reason_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>

#include <algorithm>

namespace cadre {
namespace {

constexpr std::string_view message_prefix = "reason_";

bool has(const std::vector<std::string>& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

std::string_view reason_code(Reason reason) {
    return code(reason_text(reason)).substr(message_prefix.size());
}

std::vector<std::string> reason_codes() {
    std::vector<std::string> codes;
    // Past the last reason there is no text of its own.
    for (std::uint8_t i = 0; reason_text(static_cast<Reason>(i)) != texts::value_undefined; ++i) {
        codes.emplace_back(reason_code(static_cast<Reason>(i)));
    }
    return codes;
}

bool is_reason(std::string_view code) {
    return has(reason_codes(), code);
}

std::vector<std::string> target_reason_codes() {
    std::vector<std::string> codes;
    for (int i = static_cast<int>(Undecided::missing_data); i <= static_cast<int>(Undecided::no_earlier_year); ++i) {
        codes.emplace_back(to_code(static_cast<Undecided>(i)));
    }
    return codes;
}

bool is_target_reason(std::string_view code) {
    return has(target_reason_codes(), code);
}

}  // namespace cadre

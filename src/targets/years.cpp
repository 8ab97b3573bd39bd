#include <cadre/targets/years.hpp>

#include <cadre/messages/message.hpp>
#include <cadre/messages/texts/targets.hpp>

namespace cadre {

std::string to_text(Trend trend, Language language) {
    const MessageId id = trend == Trend::not_increasing ? texts::trend_not_increasing : texts::trend_not_decreasing;
    return std::string(pattern(id, language));
}

}  // namespace cadre

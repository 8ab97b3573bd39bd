#pragma once

#include "criteria/names.hpp"
#include "criteria/text_origin.hpp"

#include <cadre/criteria/rule_pack.hpp>

#include <map>

namespace cadre {

struct Pack::Contents {
    std::string id;
    LocalizedText title;
    PackSource source;
    std::shared_ptr<const Schema> schema;
    std::vector<std::shared_ptr<const Parameter>> parameters;
    std::vector<Definition> definitions;
    std::vector<Criterion> criteria;
    std::map<std::string, std::vector<Node>, std::less<>> sections;
    std::vector<PackDigest> digests;
    Diagnostics warnings;
    criteria::Names names;
    std::shared_ptr<const criteria::DocumentText> text;
};

}  // namespace cadre

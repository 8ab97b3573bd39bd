#include <cadre/roster/mapping.hpp>

#include "roster/mapping_reader.hpp"

#include <algorithm>

namespace cadre {

Mapping::Mapping() : schema_(load_vocabulary()) {}

Mapping Mapping::from_document(const Node& document) {
    return MappingReader(document).read();
}

Mapping Mapping::load(const std::string& path) {
    return from_document(load_document(path));
}

const AttributeMapping* Mapping::find(int table, int attribute) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const AttributeMapping& entry) {
        return entry.table == table && entry.attribute == attribute;
    });
    return found == entries_.end() ? nullptr : &*found;
}

}  // namespace cadre

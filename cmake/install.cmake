set(cadre_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/cadre)

install(TARGETS cadre EXPORT cadreTargets)
install(DIRECTORY include/cadre DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT cadreTargets NAMESPACE cadre:: DESTINATION ${cadre_config_dir})

configure_package_config_file(cmake/cadreConfig.cmake.in ${PROJECT_BINARY_DIR}/cadreConfig.cmake
    INSTALL_DESTINATION ${cadre_config_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cadreConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/cadreConfig.cmake ${PROJECT_BINARY_DIR}/cadreConfigVersion.cmake
    DESTINATION ${cadre_config_dir})

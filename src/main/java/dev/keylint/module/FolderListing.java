package dev.keylint.module;

import java.util.List;

/// @param problem why the folder could not be read; empty when it could
record FolderListing(List<String> names, String problem) {}

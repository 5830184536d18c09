package dev.keylint.graph.call;

import dev.keylint.value.Answer;
import dev.keylint.value.Property;

/// A member of an object of Search that holds a key, or may.
///
/// @param name of the member
/// @param held whether there is a key in it
/// @param place the property in which the object is written
public record SearchKey(String name, Answer held, Property place) {}

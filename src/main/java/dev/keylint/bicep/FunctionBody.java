package dev.keylint.bicep;

/// What follows the name of a function that the user declares.
public sealed interface FunctionBody extends Syntax permits TypedLambda, Skipped {}

/// The policies of API Management: their XML, and the requests that get a token by them.
@NullMarked
package dev.keylint.graph.policy;

import org.jspecify.annotations.NullMarked;

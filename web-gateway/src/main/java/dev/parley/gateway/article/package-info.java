/** Routes of article pages: for the team that writes them, and for everybody who reads them. */
@NullMarked
package dev.parley.gateway.article;

import org.jspecify.annotations.NullMarked;

/**
 * The development identity provider: OpenID Connect with one demonstration user per role.
 *
 * <p>Nothing here is fit for real persons or secrets; a production system uses an identity provider of its own.
 */
@NullMarked
package org.repatria.local.identity;

import org.jspecify.annotations.NullMarked;

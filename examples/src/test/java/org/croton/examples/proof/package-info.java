/** What the documentation promises, tried on compiled classes. */
package org.croton.examples.proof;

/** What people's files do when they are right, wrong, or cut short. */
package org.localmax.data;

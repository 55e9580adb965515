// Package mention finds the days and the outlets that a question mentions, and tells whether the question asks for what was
// published then or there, or only speaks of it.
package mention

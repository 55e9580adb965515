package discordtest

// maxFile is the largest file, in bytes.
const maxFile = 10 << 20

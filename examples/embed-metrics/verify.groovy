def log = new File(basedir, 'build.log').text
assert log.contains('5 answers, 2 different, most often mango, entropy 0.87 bit')

// The budget of an embedding program: slop-metrics with everything it needs.
long bytes = new File(basedir, 'target/lib').listFiles().sum { it.length() }
println "slop-metrics and its libraries: ${bytes} bytes"
assert bytes <= 8_000_000

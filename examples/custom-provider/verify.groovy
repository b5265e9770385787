assert new File(basedir, 'build.log').text.contains('2 models')
def journal = new File(basedir, 'target/run/journal.jsonl').readLines()
assert journal.count { it.contains('"event":"answered"') && it.contains('"model":"dice/6"') } == 30
assert journal.count { it.contains('"event":"answered"') && it.contains('"model":"dice/20"') } == 30

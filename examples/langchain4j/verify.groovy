assert new File(basedir, 'build.log').text =~ /5 answers of langchain4j\/fruit-1, Mango [1-5] times/

document.documentElement.classList.add("js");
theme.start();
readData()
  .then((data) => {
    startCharts(data);
    startMembers(data, startAnswers(data));
    document.documentElement.dataset.ready = "true";
  })
  .catch((error) => {
    document.getElementById("found").textContent = `Charts and the list of answers need a newer browser (${error.message}).`;
  });

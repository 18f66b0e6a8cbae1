// Makes files on the device: any text, and calendars after RFC 5545.
(function () {
  "use strict";
  var DAY = 864e5;

  function save(name, kind, text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind + ";charset=utf-8" }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 40000); // Safari on a phone asks before it saves
  }
  function escaped(text) { return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n"); }
  // A line holds 75 octets at most; what follows goes on after a space.
  function folded(line) {
    var parts = [], part = "", room = 75;
    Array.from(line).forEach(function (letter) {
      var size = new TextEncoder().encode(letter).length;
      if (size > room) { parts.push(part); part = ""; room = 74; }
      part += letter;
      room -= size;
    });
    return parts.concat(part).join("\r\n ");
  }
  function day(date) { return date.toISOString().slice(0, 10).replace(/-/g, ""); }
  // events: [{date: Date, title, text}]; each takes a whole day.
  function calendar(name, events) {
    var stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, ""), lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Manusiawi//Kursus//ID"];
    events.forEach(function (event, at) {
      lines.push("BEGIN:VEVENT", "UID:" + day(event.date) + "-" + at + "-" + stamp + "@manusiawi", "DTSTAMP:" + stamp,
        "DTSTART;VALUE=DATE:" + day(event.date), "DTEND;VALUE=DATE:" + day(new Date(event.date.getTime() + DAY)),
        "SUMMARY:" + escaped(event.title), "DESCRIPTION:" + escaped(event.text), "END:VEVENT");
    });
    save(name, "text/calendar", lines.concat("END:VCALENDAR").map(folded).join("\r\n") + "\r\n");
  }
  window.manusiawiFiles = { save: save, calendar: calendar, DAY: DAY };
})();

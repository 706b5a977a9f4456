namespace LeadFilter.Tests.Campaigns;

/// <summary>What is said of mistakes in the sections caps and hours: line, column, JSON path, what is wrong and what to do.</summary>
[TestClass]
public sealed class CapacityMistakesTests
{
    [TestMethod]
    [DataRow("{}", "2:9 $.caps: this is an object. Write an array [ … ].")]
    [DataRow("[ 1 ]", "2:11 $.caps[0]: this is a number. Write an object { … }.")]
    [DataRow(
        "[ {} ]",
        """2:11 $.caps[0]: 'id' is missing. Add "id": "a-short-name".""" + "\n"
            + """2:11 $.caps[0]: 'limit' is missing. Add "limit": 500.""" + "\n"
            + """2:11 $.caps[0]: 'per' is missing. Add "per": one of minute, hour, day, week, month.""")]
    [DataRow(
        """[ { "id": "A b", "limit": 0, "per": "daily", "by": "stat", "text": "", "mode": "on", "max": 1 } ]""",
        "2:19 $.caps[0].id: 'A b' is not a valid id. Write 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit." + "\n"
            + "2:35 $.caps[0].limit: 0 is out of range. Write a number from 1 to 1000000." + "\n"
            + "2:45 $.caps[0].per: 'daily' is not known here. Write 'day' if you meant that; there are: minute, hour, day, week, month." + "\n"
            + """2:60 $.caps[0].by: there is no field 'stat'. Write 'state' if you meant that, otherwise declare it under "fields".""" + "\n"
            + "2:76 $.caps[0].text: this text is empty. Write something, or remove the key." + "\n"
            + "2:88 $.caps[0].mode: 'on' is not known here. Write 'enforced' if you meant that; there are: enforced, shadow, off." + "\n"
            + "2:101 $.caps[0].max: unknown key 'max'. Write 'limit' if you meant that, otherwise remove it.")]
    [DataRow(
        """[ { "id": "a", "limit": 1.5, "per": "day" }, { "id": "a", "limit": 1000001, "per": "day" } ]""",
        "2:33 $.caps[0].limit: 1.5 is not a whole number. Write how many leads, such as 500, or how much money in the currency of your prices, such as \"$5,000\"." + "\n"
            + "2:76 $.caps[1].limit: 1000001 is out of range. Write a number from 1 to 1000000.")]
    [DataRow(
        """[ { "id": "a", "limit": 1, "per": "day" }, { "id": "a", "limit": 2, "per": "hour" } ]""",
        "2:60 $.caps[1].id: another cap has the id 'a'. Give each cap an id of its own.")]
    [DataRow(
        """[ { "id": "a", "limit": 1, "per": "day", "when": { "field": "stat", "is": "valid" } } ]""",
        """2:69 $.caps[0].when.field: there is no field 'stat'. Write 'state' if you meant that, otherwise declare it under "fields".""")]
    public void Caps(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.WithKey($"\"caps\": {json}, ")));

    [TestMethod]
    public void More_than_20_caps()
    {
        var caps = string.Join(", ", Enumerable.Range(0, 21).Select(number => $$"""{ "id": "c{{number}}", "limit": 1, "per": "day" }"""));
        Assert.AreEqual("2:9 $.caps: there are 21 caps. Write at most 20.", CampaignText.Mistakes(CampaignText.WithKey($"\"caps\": [{caps}], ")));
    }

    [TestMethod]
    [DataRow("[]", "2:10 $.hours: this is an array. Write an object { … }.")]
    [DataRow("{}", """2:10 $.hours: 'days' is missing. Add "days": { "weekdays": [ ["08:00", "17:30"] ] }.""")]
    [DataRow("""{ "days": [] }""", "2:20 $.hours.days: this is an array. Write an object { … }.")]
    [DataRow("""{ "days": {} }""", """2:20 $.hours.days: there are no hours on any day. Add windows such as "weekdays": [ ["08:00", "17:30"] ].""")]
    [DataRow("""{ "days": { "monday": [] } }""", """2:20 $.hours.days: there are no hours on any day. Add windows such as "weekdays": [ ["08:00", "17:30"] ].""")]
    [DataRow(
        """{ "days": { "mondays": [ ["08:00", "12:00"] ], "mon-fri": [] }, "open": 1, "mode": "closed", "text": 1 }""",
        "2:33 $.hours.days.mondays: unknown key 'mondays'. Write 'monday' if you meant that, otherwise remove it." + "\n"
            + "2:68 $.hours.days.mon-fri: unknown key 'mon-fri'. Write 'weekdays' if you meant that, otherwise remove it." + "\n"
            + "2:82 $.hours.open: unknown key 'open'. Remove it, or use one of: days, holidays, text, mode." + "\n"
            + "2:93 $.hours.mode: 'closed' is not known here. Use one of: enforced, shadow, off." + "\n"
            + """2:111 $.hours.text: this is a number. Write text in "quotes".""")]
    [DataRow("""{ "days": { "monday": "08:00-12:00" } }""", "2:32 $.hours.days.monday: this is text. Write an array of windows: [ [\"08:00\", \"17:30\"] ].")]
    [DataRow(
        """{ "days": { "monday": ["08:00", "12:00"] } }""",
        """2:33 $.hours.days.monday[0]: this is not a window. Write [ "08:00", "17:30" ].""" + "\n"
            + """2:42 $.hours.days.monday[1]: this is not a window. Write [ "08:00", "17:30" ].""")]
    [DataRow(
        """{ "days": { "monday": [ ["8:00", "12:60"], ["24:00", "25:00"], ["08:00"], [8, "9.00"] ] } }""",
        "2:35 $.hours.days.monday[0][0]: '8:00' is not a time of day. Write 08:00." + "\n"
            + "2:54 $.hours.days.monday[1][0]: '24:00' is not a time of day. Write it like 08:00 or 17:30; the end of a day is 24:00." + "\n"
            + """2:73 $.hours.days.monday[2]: this is not a window. Write [ "08:00", "17:30" ].""" + "\n"
            + """2:85 $.hours.days.monday[3][0]: this is a number. Write text in "quotes".""")]
    [DataRow(
        """{ "days": { "monday": [ ["08:00", "24:01"], ["08:00", "08:00"] ] } }""",
        "2:44 $.hours.days.monday[0][1]: '24:01' is not a time of day. Write it like 08:00 or 17:30; the end of a day is 24:00." + "\n"
            + """2:54 $.hours.days.monday[1]: this window ends when it begins. Write [ "00:00", "24:00" ] for a whole day.""")]
    [DataRow(
        """{ "days": { "monday": [ ["08:00", "12:00"], ["11:00", "14:00"] ], "friday": [ ["22:00", "02:00"], ["21:00", "22:01"] ] } }""",
        "2:54 $.hours.days.monday[1]: this window overlaps another one of the day. Join the two, or correct their times." + "\n"
            + "2:108 $.hours.days.friday[1]: this window overlaps another one of the day. Join the two, or correct their times.")]
    [DataRow(
        """{ "days": { "monday": [ ["08:00", "12:00"] ] }, "holidays": [ "12/25/2026", "2026-02-29", "2026-12-25", "2026-12-25", 1, { "on": 1 } ] }""",
        "2:72 $.hours.holidays[0]: '12/25/2026' is not a date. Write it like 2026-12-25." + "\n"
            + "2:86 $.hours.holidays[1]: '2026-02-29' is not a date. Write it like 2026-12-25." + "\n"
            + "2:114 $.hours.holidays[3]: 2026-12-25 is named twice. Name each day once." + "\n"
            + """2:128 $.hours.holidays[4]: this is a number. Write text in "quotes".""" + "\n"
            + """2:131 $.hours.holidays[5]: 'date' is missing. Add "date": "2026-12-24".""" + "\n"
            + """2:131 $.hours.holidays[5]: 'windows' is missing. Add "windows": [ ["08:00", "12:00"] ], or write the date alone for a day that is closed.""" + "\n"
            + "2:139 $.hours.holidays[5].on: unknown key 'on'. Remove it, or use one of: date, windows.")]
    [DataRow("""{ "days": { "monday": [ ["08:00", "12:00"] ] }, "holidays": "2026-12-25" }""", "2:70 $.hours.holidays: this is text. Write it in brackets: [ \"2026-12-25\" ].")]
    public void Hours(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.WithKey($"\"hours\": {json}, ")));

    [TestMethod]
    [DataRow(
        """{ "acme": { "caps": [ { "id": "own", "limit": 1, "per": "day", "by": "vendor" } ] } }""",
        "11:81 $.vendors.acme.caps[0].by: this cap stands in the contract of one vendor. Remove \"vendor\" here.")]
    [DataRow(
        """{ "acme": { "hours": { "holidays": [] } } }""",
        """11:33 $.vendors.acme.hours: 'days' is missing. Add "days": { "weekdays": [ ["08:00", "17:30"] ] }.""")]
    public void Contracts(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("vendors", json)));

    [TestMethod]
    [DataRow("cap_reached", "caps")]
    [DataRow("outside_hours", "hours")]
    [DataRow("campaign_paused", "enabled")]
    public void Rule_with_the_reason_of_a_section(string code, string section)
    {
        var rule = $$"""[{ "id": "a", "category": "age", "reason": "{{code}}", "rejectWhen": { "field": "email", "is": "invalid" } }]""";
        Assert.AreEqual(
            $"7:53 $.rules[0].reason: '{code}' is the reason of the section \"{section}\". Choose another code.",
            CampaignText.Mistakes(CampaignText.With("rules", rule)));
    }
}

namespace LeadFilter.Tests.Campaigns;

/// <summary>What is said of mistakes in a campaign's head: line, column, JSON path, what is wrong and what to do.</summary>
[TestClass]
public sealed class RootMistakesTests
{
    [TestMethod]
    [DataRow(
        "\"rule\": [],",
        "2:9 $.rule: unknown key 'rule'. Write 'rules' if you meant that, else remove it.")]
    [DataRow(
        "\"colour\": 1,",
        "2:11 $.colour: unknown key 'colour'. Remove it, or use one of: $schema, campaign, version, timeZone, fields, aliases, rules, duplicates, prices, delivery, vendors, examples.")]
    [DataRow(
        "\"a\\nb\": 1,",
        "2:9 $['a b']: unknown key 'a b'. Remove it, or use one of: $schema, campaign, version, timeZone, fields, aliases, rules, duplicates, prices, delivery, vendors, examples.")]
    public void An_unknown_key(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.WithKey(json)));

    [TestMethod]
    [DataRow(
        null,
        """1:1 $: 'campaign' is missing. Add "campaign": the file's name without .json.""")]
    [DataRow(
        "5",
        """2:13 $.campaign: this is a number. Write text in "quotes".""")]
    [DataRow(
        "null",
        """2:13 $.campaign: this is null. Write text in "quotes".""")]
    [DataRow(
        "\"\"",
        "2:13 $.campaign: this text is empty. Write something, or remove the key.")]
    [DataRow(
        "\"Loans!\"",
        "2:13 $.campaign: 'Loans!' is no campaign id. Write 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit.")]
    [DataRow(
        "\"other\"",
        "2:13 $.campaign: the file is called 'loans.json', the campaign 'other'. Call the file other.json, or mend 'campaign'.")]
    public void The_id(string? json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("campaign", json)));

    [TestMethod]
    [DataRow(
        null,
        """1:1 $: 'version' is missing. Add "version": "2026-11-01.1"; it is logged with every decision.""")]
    [DataRow(
        "1.5",
        """3:12 $.version: this is a number. Write text in "quotes".""")]
    [DataRow(
        "\"  \"",
        "3:12 $.version: this text is empty. Write something, or remove the key.")]
    public void The_version(string? json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("version", json)));

    [TestMethod]
    [DataRow(
        "\"Mars/Olympus\"",
        "4:13 $.timeZone: there is no time zone 'Mars/Olympus'. Write an IANA name such as America/New_York.")]
    [DataRow(
        "\"America\"",
        "4:13 $.timeZone: there is no time zone 'America'. Write an IANA name such as America/New_York.")]
    [DataRow(
        "\"../../../etc/hostname\"",
        "4:13 $.timeZone: there is no time zone '../../../etc/hostname'. Write an IANA name such as America/New_York.")]
    [DataRow(
        "true",
        """4:13 $.timeZone: this is true or false. Write text in "quotes".""")]
    public void The_time_zone(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("timeZone", json)));
}

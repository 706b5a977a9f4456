using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Tests.Campaigns;

/// <summary>What is said of mistakes in a campaign's head: line, column, JSON path, what is wrong and what to do.</summary>
[TestClass]
public sealed class RootMistakesTests
{
    [TestMethod]
    [DataRow(
        "\"rule\": [],",
        "2:9 $.rule: unknown key 'rule'. Write 'rules' if you meant that, otherwise remove it.")]
    [DataRow(
        "\"colour\": 1,",
        "2:11 $.colour: unknown key 'colour'. Remove it, or use one of: $schema, campaign, ")]
    [DataRow(
        "\"a\\nb\": 1,",
        "2:9 $['a b']: unknown key 'a b'. Remove it, or use one of: $schema, campaign, ")]
    public void An_unknown_key(string json, string beginning)
    {
        var mistake = CampaignText.Mistakes(CampaignText.WithKey(json));
        Assert.StartsWith(beginning, mistake, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mistake);
    }

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
        "2:13 $.campaign: 'Loans!' is not a valid campaign id. Write 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit.")]
    [DataRow(
        "\"other\"",
        "2:13 $.campaign: the file is called 'loans.json', the campaign 'other'. Call the file other.json, or correct 'campaign'.")]
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
        "4:13 $.timeZone: there is not a valid time zone 'Mars/Olympus'. Write an IANA name such as America/New_York.")]
    [DataRow(
        "\"America\"",
        "4:13 $.timeZone: there is not a valid time zone 'America'. Write an IANA name such as America/New_York.")]
    [DataRow(
        "\"../../../etc/hostname\"",
        "4:13 $.timeZone: there is not a valid time zone '../../../etc/hostname'. Write an IANA name such as America/New_York.")]
    [DataRow(
        "true",
        """4:13 $.timeZone: this is true or false. Write it in quotes: "true".""")]
    public void The_time_zone(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("timeZone", json)));

    [TestMethod]
    [DataRow("\"Mars\"", "4:30 $.region: there is no region 'Mars'. Write a country's two letters (ISO 3166-1), such as US or GB.")]
    [DataRow("\"XX\"", "4:30 $.region: there is no region 'XX'. Write a country's two letters (ISO 3166-1), such as US or GB.")]
    [DataRow("44", """4:30 $.region: this is a number. Write text in "quotes".""")]
    public void The_region(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("timeZone", $"\"UTC\", \"region\": {json}")));

    [TestMethod]
    public void Telephone_numbers_are_read_as_those_of_the_campaigns_region()
    {
        var json = TestCampaign.Json.Replace("\"version\"", "\"region\": \"GB\", \"version\"", StringComparison.Ordinal);
        Assert.IsTrue(TestCampaign.Loaded(json).Layout.TryResolve("phone_1", out var phone));
        Assert.AreEqual("+442079460958", phone.Type.Standardize("020 7946 0958").TextString);
    }

    [TestMethod]
    [DataRow("\"uk\"", "4:29 $.dates: 'uk' is not known here. Write 'us' if you meant that; there are: us, eu.")]
    [DataRow("\"day first\"", "4:29 $.dates: 'day first' is not known here. Use one of: us, eu.")]
    [DataRow("1", """4:29 $.dates: this is a number. Write text in "quotes".""")]
    public void The_order_of_dates(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("timeZone", $"\"UTC\", \"dates\": {json}")));
}

namespace LeadFilter.Tests.Campaigns;

/// <summary>What is said of mistakes in the campaign's other sections: line, column, JSON path, what is wrong and what to do.</summary>
[TestClass]
public sealed class SectionMistakesTests
{
    [TestMethod]
    [DataRow(
        "[]",
        "8:15 $.duplicates: there are 0 plans. Write 1 to 8, or remove \"duplicates\".")]
    [DataRow(
        "\"email\"",
        "8:15 $.duplicates: this is text. Write an object { … }.")]
    [DataRow(
        """[ { "by": ["email"], "windowDays": 90 }, { "by": ["phone_1"], "windowDays": 30 }, 1 ]""",
        "8:56 $.duplicates[1]: another plan has the id 'duplicates'. Give each plan an \"id\" of its own." + "\n"
            + "8:97 $.duplicates[2]: this is a number. Write an object { … }.")]
    [DataRow(
        """{ "id": "By mail", "by": ["email"], "windowDays": 90, "scope": "world", "action": "update" }""",
        "8:23 $.duplicates.id: 'By mail' is not a valid id. Write 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit." + "\n"
            + "8:78 $.duplicates.scope: 'world' is not known here. Use one of: campaign, vendor, installation." + "\n"
            + "8:97 $.duplicates.action: 'update' is not known here. Use one of: reject, touchpoint.")]
    [DataRow(
        "{}",
        """8:15 $.duplicates: 'by' is missing. Add "by": [ "email", "phone_1" ].""" + "\n"
            + """8:15 $.duplicates: 'windowDays' is missing. Add "windowDays": 90, or "window": "3 months".""")]
    [DataRow(
        """{ "by": [], "match": "some", "windowDays": 0, "text": 1, "mode": "on" }""",
        "8:23 $.duplicates.by: 'by' names 0 fields. Name 1 to 8 fields that identify a person." + "\n"
            + "8:36 $.duplicates.match: 'some' is not known here. Write 'any' if you meant that; there are: any, all." + "\n"
            + "8:58 $.duplicates.windowDays: 0 is out of range. Write a number from 1 to 3650." + "\n"
            + """8:69 $.duplicates.text: this is a number. Write text in "quotes".""" + "\n"
            + "8:80 $.duplicates.mode: 'on' is not known here. Write 'enforced' if you meant that; there are: enforced, shadow, off.")]
    [DataRow(
        """{ "by": ["email", "phone", "email"], "windowDays": 90 }""",
        """8:33 $.duplicates.by[1]: there is no field 'phone'. Write 'phone_1' if you meant that, otherwise declare it under "fields".""" + "\n"
            + "8:42 $.duplicates.by[2]: 'email' is named twice. Name each field once.")]
    [DataRow(
        """{ "by": ["email", "EMAIL"], "windowDays": 90 }""",
        "8:33 $.duplicates.by[1]: 'email' is named twice. Name each field once.")]
    [DataRow(
        """{ "by": "email", "windowDays": "90" }""",
        "8:23 $.duplicates.by: this is text. Write it in brackets: [ \"email\" ]." + "\n"
            + "8:46 $.duplicates.windowDays: this is text. Write 90, a number without quotes.")]
    [DataRow(
        """{ "by": ["first_name","last_name","email","phone_1","phone_2","phone_3","city","state","dob"], "windowDays": 3651 }""",
        "8:23 $.duplicates.by: 'by' names 9 fields. Name 1 to 8 fields that identify a person." + "\n"
            + "8:124 $.duplicates.windowDays: 3651 is out of range. Write a number from 1 to 3650.")]
    [DataRow(
        """{ "by": ["email"], "span": 90 }""",
        """8:15 $.duplicates: 'windowDays' is missing. Add "windowDays": 90, or "window": "3 months".""" + "\n"
            + "8:42 $.duplicates.span: unknown key 'span'. Remove it, or use one of: id, by, match, windowDays, window, scope, action, text, mode.")]
    [DataRow(
        """{ "by": ["email"], "window": 90 }""",
        """8:44 $.duplicates.window: this is a number. Write text in "quotes".""")]
    [DataRow(
        """{ "by": ["email"], "window": "a while" }""",
        """8:44 $.duplicates.window: 'a while' is not a length of time. Write a number and seconds, minutes, hours, days or weeks, or a whole number and months or years, such as "5 minutes" or "18 years".""")]
    [DataRow(
        """{ "by": ["email"], "window": "3 hours" }""",
        "8:44 $.duplicates.window: '3 hours' is out of range. Write a length of time from 1 day to 3650 days or 10 years.")]
    [DataRow(
        """{ "by": ["email"], "window": "11 years" }""",
        "8:44 $.duplicates.window: '11 years' is out of range. Write a length of time from 1 day to 3650 days or 10 years.")]
    [DataRow(
        """{ "by": ["email"], "window": "3 months", "windowDays": 90 }""",
        "8:70 $.duplicates.windowDays: this plan has 'window' and 'windowDays'. Keep one of them.")]
    public void Duplicates(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("duplicates", json)));

    [TestMethod]
    [DataRow(
        "{}",
        "9:11 $.prices: this is an object. Write an array [ … ].")]
    [DataRow(
        "[]",
        """9:11 $.prices: there is no price. Add { "price": 12.5 }, or remove "prices"; leads then cost nothing.""")]
    [DataRow(
        "[ 12.5 ]",
        "9:13 $.prices[0]: this is a number. Write an object { … }.")]
    [DataRow(
        "[ { } ]",
        """9:13 $.prices[0]: 'price' is missing. Add "price": 12.5.""")]
    [DataRow(
        """[ { "price": "12" } ]""",
        "9:24 $.prices[0].price: this is text. Write 12, a number without quotes.")]
    [DataRow(
        """[ { "price": -1 } ]""",
        "9:24 $.prices[0].price: -1 is out of range. Write a number from 0 to 1000000.")]
    [DataRow(
        """[ { "price": 1e400 } ]""",
        "9:24 $.prices[0].price: 1e400 is out of range. Write a number from 0 to 1000000.")]
    [DataRow(
        """[ { "price": 1.23456 } ]""",
        "9:24 $.prices[0].price: 1.23456 has more than 4 decimal places. Round it.")]
    [DataRow(
        """[ { "price": 1 }, { "price": 2 } ]""",
        "9:13 $.prices[0]: this price holds always, so those after it are never reached. Move it to the end, or give it a 'when'.")]
    [DataRow(
        """[ { "when": { "field": "email", "is": "valid" }, "price": 1 } ]""",
        "9:13 $.prices[0]: no price holds where this one does not. Add a last price without 'when', or \"noBid\": { } to reject what is worth nothing.")]
    [DataRow(
        """[ { "when": null, "price": 1 }, { "price": 2 } ]""",
        "9:23 $.prices[0].when: this is null. Write an object { … }.")]
    [DataRow(
        """[ { "price": 1, "currency": "USD" } ]""",
        "9:39 $.prices[0].currency: unknown key 'currency'. Remove it, or use one of: when, vendors, exclusive, score, price.")]
    public void Prices(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("prices", json)));

    [TestMethod]
    [DataRow(
        null,
        """1:1 $: 'delivery' is missing. Add "delivery": { "type": "webhook", "url": "https://…" }.""")]
    [DataRow(
        "\"/crm\"",
        "10:13 $.delivery: this is text. Write an object { … }.")]
    [DataRow(
        "{}",
        """10:13 $.delivery: 'type' is missing. Add "type": "webhook".""" + "\n"
            + """10:13 $.delivery: 'url' is missing. Add "url": "https://your-crm.example.com/leads".""")]
    [DataRow(
        """{ "type": "ftp", "url": "/crm" }""",
        "10:23 $.delivery.type: 'ftp' is not known here. Use one of: webhook.")]
    [DataRow(
        """{ "type": "webhook", "url": "crm" }""",
        "10:41 $.delivery.url: leads cannot be sent to this address. Write an https address (http only for localhost), without user and password, or a path on this filter's own host such as /demo/crm/leads.")]
    [DataRow(
        """{ "type": "webhook", "url": "http://crm.example.com/" }""",
        "10:41 $.delivery.url: leads cannot be sent to this address. Write an https address (http only for localhost), without user and password, or a path on this filter's own host such as /demo/crm/leads.")]
    [DataRow(
        """{ "type": "webhook", "url": "https://me:pw@crm.example.com/" }""",
        "10:41 $.delivery.url: leads cannot be sent to this address. Write an https address (http only for localhost), without user and password, or a path on this filter's own host such as /demo/crm/leads.")]
    [DataRow(
        """{ "type": "webhook", "url": "//crm.example.com/" }""",
        "10:41 $.delivery.url: leads cannot be sent to this address. Write an https address (http only for localhost), without user and password, or a path on this filter's own host such as /demo/crm/leads.")]
    [DataRow(
        """{ "type": "webhook", "url": "/\\crm.example.com/" }""",
        "10:41 $.delivery.url: leads cannot be sent to this address. Write an https address (http only for localhost), without user and password, or a path on this filter's own host such as /demo/crm/leads.")]
    [DataRow(
        """{ "type": "webhook", "url": "file:///etc/passwd" }""",
        "10:41 $.delivery.url: leads cannot be sent to this address. Write an https address (http only for localhost), without user and password, or a path on this filter's own host such as /demo/crm/leads.")]
    [DataRow(
        """{ "type": "webhook", "url": "/crm", "secret": "pa ss!" }""",
        "10:59 $.delivery.secret: this is not the name of a setting. Write the name of the setting that holds the secret, such as LEADFILTER_SECRET_CRM; never the secret itself.")]
    [DataRow(
        """{ "type": "webhook", "url": "/crm", "fields": [] }""",
        "10:59 $.delivery.fields: this is an array. Write an object { … }.")]
    [DataRow(
        """{ "type": "webhook", "url": "/crm", "fields": { "Mail": "mail", "Phone": 1 } }""",
        """10:69 $.delivery.fields.Mail: there is no field 'mail'. Write 'email' if you meant that, otherwise declare it under "fields".""" + "\n"
            + """10:86 $.delivery.fields.Phone: this is a number. Write text in "quotes".""")]
    [DataRow(
        """{ "type": "webhook", "url": "/crm", "method": "PUT" }""",
        "10:59 $.delivery.method: unknown key 'method'. Remove it, or use one of: type, url, secret, fields, accepted.")]
    public void Delivery(string? json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("delivery", json)));

    [TestMethod]
    [DataRow(
        null,
        """1:1 $: 'vendors' is missing. Add "vendors": { "VENDOR": { } }; without it nobody may send leads.""")]
    [DataRow(
        "[]",
        "11:12 $.vendors: this is an array. Write an object { … }.")]
    [DataRow(
        """{ "acmee": {}, "Bright Co": {}, "acme": [] }""",
        "11:23 $.vendors.acmee: there is no vendor 'acmee'. Write 'acme' if you meant that, otherwise add the vendor to vendors.json." + "\n"
            + "11:40 $.vendors['Bright Co']: there is no vendor 'Bright Co'. Write 'bright' if you meant that, otherwise add the vendor to vendors.json." + "\n"
            + "11:52 $.vendors.acme: this is an array. Write an object { … }.")]
    [DataRow(
        """{ "acme": { "price": -1, "rejects": "all", "mode": "test", "prise": 1 } }""",
        "11:33 $.vendors.acme.price: -1 is out of range. Write a number from 0 to 1000000." + "\n"
            + "11:48 $.vendors.acme.rejects: this is text. Write it in brackets: [ \"all\" ]." + "\n"
            + "11:63 $.vendors.acme.mode: 'test' is not known here. Write 'trial' if you meant that; there are: live, trial." + "\n"
            + "11:80 $.vendors.acme.prise: unknown key 'prise'. Write 'price' if you meant that, otherwise remove it.")]
    [DataRow(
        """{ "acme": { "duplicates": "update" } }""",
        "11:38 $.vendors.acme.duplicates: 'update' is not known here. Use one of: reject, touchpoint.")]
    [DataRow(
        """{ "acme": { "rejects": ["contacts", 1] } }""",
        "11:36 $.vendors.acme.rejects[0]: 'contacts' is not known here. Write 'contact' if you meant that; there are: contact, duplicate, fraud, consent, lead_type, age, criteria, score, suppressed, capacity." + "\n"
            + """11:48 $.vendors.acme.rejects[1]: this is a number. Write text in "quotes".""")]
    [DataRow(
        """{ "acme": {}, "acme": {} }""",
        "11:34 $.vendors.acme: 'acme' stands here twice. Keep one of the two.")]
    public void Contracts(string? json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("vendors", json)));

    [TestMethod]
    [DataRow(
        "{}",
        "12:13 $.examples: this is an object. Write an array [ … ].")]
    [DataRow(
        "[ 1 ]",
        "12:15 $.examples[0]: this is a number. Write an object { … }.")]
    [DataRow(
        "[ {} ]",
        """12:15 $.examples[0]: 'expect' is missing. Add "expect": "accept", or a reason code.""" + "\n"
            + """12:15 $.examples[0]: 'lead' is missing. Add "lead": { "email": … }.""")]
    [DataRow(
        """[ { "lead": [], "expect": 1 } ]""",
        "12:25 $.examples[0].lead: this is an array. Write an object { … }." + "\n"
            + """12:39 $.examples[0].expect: this is a number. Write text in "quotes".""")]
    [DataRow(
        """[ { "lead": {}, "expect": "late" } ]""",
        "12:39 $.examples[0].expect: no rule has the reason 'late'. Write one of: accept, opted_out.")]
    [DataRow(
        """[ { "lead": {}, "expect": "accept", "vendor": "bright", "at": "13:00", "when": 1 } ]""",
        """12:59 $.examples[0].vendor: 'bright' has no contract in this campaign. Name a vendor of the section "vendors".""" + "\n"
            + "12:75 $.examples[0].at: '13:00' is not a time. Write it like 2026-01-01T12:00:00Z." + "\n"
            + "12:92 $.examples[0].when: unknown key 'when'. Remove it, or use one of: lead, facts, vendor, at, expect.")]
    [DataRow(
        """[ { "lead": {}, "expect": "accept", "vendor": 1, "at": 1 } ]""",
        """12:59 $.examples[0].vendor: this is a number. Write text in "quotes".""" + "\n"
            + """12:68 $.examples[0].at: this is a number. Write text in "quotes".""")]
    [DataRow(
        """[ { "lead": { "shoe_size": 44, "email": ["a"], "address": { "shoe": 1 } }, "expect": "accept" } ]""",
        """12:40 $.examples[0].lead.shoe_size: there is no field 'shoe_size'. Use the names of docs/fields.md, of "fields" or of "aliases", each once.""" + "\n"
            + "12:53 $.examples[0].lead.email: an example's field is an array. Write text, a number, or true or false." + "\n"
            + """12:81 $.examples[0].lead.address.shoe: there is no field 'address.shoe'. Use the names of docs/fields.md, of "fields" or of "aliases", each once.""")]
    [DataRow(
        """[ { "lead": { "email": "a@b.co", "EMAIL": "c@d.co" }, "expect": "accept" } ]""",
        """12:55 $.examples[0].lead.EMAIL: 'EMAIL' cannot be added (Twice). Use the names of docs/fields.md, of "fields" or of "aliases", each once.""")]
    public void Examples(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("examples", json)));
}

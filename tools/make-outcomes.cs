#!/usr/bin/env dotnet
#:property PublishAot=false
#:property RunAnalyzers=false
#:property GenerateDocumentationFile=false
#:project ../LeadFilter.Core/LeadFilter.Core.csproj

// Makes samples/outcomes.ndjson and samples/returns.ndjson: what became of some of the leads of samples/leads.ndjson, as a CRM would tell
// it, and which of them are handed back. The leads are
// found by a hash of their telephone number, since their ids differ each time they are sent. Run make-samples.cs before.
//     dotnet run tools/make-outcomes.cs
// The same leads make the same file.
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Leads;

const int Leads = 240;
var random = new Random(20_261_201);
var root = Path.GetDirectoryName((string)AppContext.GetData("EntryPointFileDirectoryPath")!)!;
var campaign = Load();
var (lines, returns) = (new List<string>(), new List<string>());
foreach (var phone in Phones().Take(Leads))
{
    foreach (var (happened, more) in Course())
    {
        var line = new JsonObject { ["phone_1_sha256"] = phone, ["event"] = happened, ["at"] = "{now}", ["id"] = $"e-{lines.Count + 1}" };
        foreach (var (name, value) in more)
        {
            line[name] = value;
        }

        lines.Add(line.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        if (happened == "dead" && line["reason"]!.GetValue<string>() == "Wrong Number")
        {
            returns.Add(new JsonObject { ["phone_1_sha256"] = phone, ["reason"] = "Wrong Number" }.ToJsonString());
        }
    }
}

File.WriteAllText(Path.Combine(root, "samples", "outcomes.ndjson"), string.Concat(lines.Select(static line => line + "\n")));
File.WriteAllText(Path.Combine(root, "samples", "returns.ndjson"), string.Concat(returns.Select(static line => line + "\n")));
Console.WriteLine($"{returns.Count} returns, {lines.Count} outcomes of {Leads} leads");

// One in ten becomes a customer, as in a good month; one in twelve is dead at once.
List<(string Event, (string, JsonNode)[] More)> Course()
{
    var draw = random.Next(120);
    List<(string, (string, JsonNode)[])> course = [("attempted", [("by", draw % 5 == 0 ? "automatic" : "person")])];
    if (draw < 10)
    {
        course.Add(("dead", [("reason", random.Next(2) == 0 ? "Wrong Number" : "not_interested")]));
        return course;
    }

    if (draw < 45)
    {
        return course;
    }

    course.Add(("contacted", []));
    if (draw < 65)
    {
        course.Add(("refused", [("reason", "renter")]));
    }
    else if (draw < 90)
    {
        course.Add(("qualified", []));
    }
    else if (draw < 108)
    {
        course.Add(("lost", [("reason", "too_expensive")]));
    }
    else
    {
        course.Add(("Closed Won", [("value", (random.Next(90, 400) * 50m).ToString("0.00"))]));
    }

    return course;
}

// The leads that are bought, each person once: of the same one the second is a duplicate or a resend.
IEnumerable<string> Phones() => File.ReadLines(Path.Combine(root, "samples", "leads.ndjson"))
    .Select(static line => JsonNode.Parse(line)!.AsObject())
    .Where(static lead => (string?)lead["_expect"] == "accept" && lead["_group"] is null && (string?)lead["_campaign"] is null)
    .Select(PhoneOf).OfType<string>().Distinct();

string? PhoneOf(JsonObject json)
{
    var draft = new LeadDraft(campaign.Layout);
    Add(draft, "", json);
    var phone = draft.ToLead(DateTimeOffset.UnixEpoch).Find("phone_1");
    return phone.IsValid ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(phone.TextString!))) : null;
}

static void Add(LeadDraft draft, string prefix, JsonObject json)
{
    foreach (var (name, value) in json)
    {
        if (value is JsonObject inner)
        {
            Add(draft, $"{prefix}{name}.", inner);
        }
        else if (value is JsonValue && !name.StartsWith('_'))
        {
            draft.Add(prefix + name, value.ToString());
        }
    }
}

Campaign Load()
{
    var folder = Path.Combine(root, "campaigns");
    var loaded = CampaignLoader.Load("solar.json", File.ReadAllBytes(Path.Combine(folder, "solar.json")), null);
    return loaded.Value ?? throw new InvalidOperationException(string.Join('\n', loaded.Mistakes));
}

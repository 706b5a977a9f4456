#!/usr/bin/env dotnet
#:property PublishAot=false
#:property RunAnalyzers=false
#:property GenerateDocumentationFile=false

// Makes samples/leads.ndjson and samples/leads.csv: leads as vendors send them, for the sample campaign `solar`; and a file
// of leads for each campaign of sample-campaigns.json.
//     dotnet run tools/make-samples.cs
// The same seed makes the same files. What must become of a lead (_expect) follows from how it is made: a good lead is
// spoiled in one way that the campaign names. Nobody is meant: names, numbers and addresses are drawn at random from sample-words.json.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

var random = new Random(20_261_122);
var usedPhones = new HashSet<string>();
var campaign = "solar";
Func<JsonObject, JsonObject> dress = lead => lead; // makes a lead of solar one of another campaign

var folder = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
var words = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "sample-words.json")))!;
var (firstNames, lastNames, streets, userAgents, bots) = (
    Words("firstNames"), Words("lastNames"), Words("streets"), Words("userAgents"), Words("bots"));
var (mailHosts, mistypedHosts, throwAwayHosts) = (Words("mailHosts"), Words("mistypedHosts"), Words("throwAwayHosts"));
var (served, unserved) = (Cities("served"), Cities("unserved"));

// How to spoil a good lead, in the order of the rules in campaigns/solar.json: reason, how many, how.
Fault[] faults = [
    new("uncontactable", 24, (lead, _) => {
        Set(lead, "phone_1", Pick<string?>(null, "", "000-000-0000", "602555", "none", "123-456-7890"));
        Set(lead, "email", Pick<string?>(null, "", "n/a", "@gmail.com", "noemail"));
    }),
    new("missing_name", 14, (lead, _) => Set(lead, Pick("first_name", "last_name"), Pick<string?>(null, "", "   "))),
    new("fake_phone", 40, (lead, city) => Set(lead, "phone_1", Pick(
        $"({Area(city)}) 555-01{random.Next(10, 100)}", $"{Area(city)}55501{random.Next(10, 100)}",
        $"+1 {Area(city)} 555 01{random.Next(10, 100)}",
        $"{Area(city)}-222-2222", $"({Area(city)}) 444-4444", "888-888-8888", "234-567-8901"))),
    new("invalid_phone", 42, (lead, city) => Set(lead, "phone_1", Pick(
        $"{Area(city)}-911-{Digits(4)}", $"({Area(city)}) 123-{Digits(4)}", $"{Area(city)}-0{Digits(2)}-{Digits(4)}", $"{Area(city)}23456",
        "60223456789",
        "999-999-9999", "000-000-0000", $"555-234-{Digits(4)}", $"199-234-{Digits(4)}", "call after 5", "unknown"))),
    new("toll_free_phone", 10, (lead, _) => Set(lead, "phone_1", $"{Pick("800", "833", "844", "866", "877")}-{Exchange()}-{LastFour()}")),
    new("premium_phone", 8, (lead, _) => Set(lead, "phone_1", $"{Pick("900-", "1-900-", "(900) ")}{Exchange()}-{LastFour()}")),
    new("invalid_email", 28, (lead, _) => Set(lead, "email", Pick(
        $"{LocalPart(lead)}@", $"{LocalPart(lead)}.gmail.com", $"{LocalPart(lead)}@gmail,com", "@gmail.com",
        $"{LocalPart(lead)}@gmail..com", $"{LocalPart(lead)}@gmail",
        "n/a", $"{LocalPart(lead)}@@yahoo.com", $"my name {LocalPart(lead)}@aol.com"))),
    new("mistyped_email", 36, (lead, _) => Set(lead, "email", MixCase($"{LocalPart(lead)}@{Pick(mistypedHosts)}"))),
    new("disposable_email", 40, (lead, _) => Set(lead, "email", MixCase($"{LocalPart(lead)}@{Pick(throwAwayHosts)}"))),
    new("role_email", 12, (lead, _) =>
    {
        var role = Pick("info", "sales", "noreply", "no-reply", "admin", "support", "webmaster");
        Set(lead, "email", MixCase($"{role}@{Pick("roofing.example", "gmail.com", "homes.example")}"));
    }),
    new("fake_email", 14, (lead, _) => Set(lead, "email", MixCase(Pick(
        "asdf@gmail.com", "asdfasdf@yahoo.com", "qwerty@hotmail.com", "aaaa@gmail.com", "test@test.com", "none@none.com",
        "noemail@gmail.com", "fake@fake.com")))),
    new("bot", 36, (lead, _) => Set(lead, "user_agent", Pick(bots))),
    new("form_too_fast", 14, (lead, _) => Set(lead, "seconds_on_form", Pick<JsonNode>(0, 1, "2", "0.4"))),
    new("no_page_views", 10, (lead, _) => Set(lead, "page_views", Pick<JsonNode>(0, "0"))),
    new(
        "unroutable_ip",
        14,
        (lead, _) => Set(lead, "ip_address", Pick("127.0.0.1", "10.12.0.7", "192.168.1.20", "172.16.40.2", "0.0.0.0", "::1"))),
    new("test_name", 24, (lead, _) => {
        var (first, last) = Pick(
            ("Test", "Test"), ("test", "User"), ("TEST", "LEAD"), ("asdf", "asdf"), (" Test1 ", "Jones"), ("John", "Doe"), ("n/a", "n/a"));
        Set(lead, "first_name", first);
        Set(lead, "last_name", last);
    }),
    new("fake_name", 30, (lead, _) => {
        var (first, last) = Pick(
            ("Mickey", "Mouse"), ("HOMER", "simpson"), ("Bugs", "Bunny"), (" elvis", "PRESLEY"), ("Donald", "Trump"), ("Qwerty", "Smith"),
            ("123", "456"), ("xxx", "xxx"),
            ("-", "-"), ("dfgdfg", "fghfgh"), ("Seymour", "Butts"), ("go", "away"), ("Sh1t", "Head"));
        Set(lead, "first_name", first);
        Set(lead, "last_name", last);
    }),
    new("digits_in_name", 8, (lead, _) => Set(lead, Pick("first_name", "last_name"), $"{Pick("Bob", "Mary", "Jones")}{Digits(2)}")),
    new("fake_address", 14, (lead, _) => {
        var (name, value) = Pick(
            ("address_1", "123 Fake St"), ("address_1", "742 Evergreen Terrace"), ("address_1", "asdf"), ("address_1", "n/a"),
            ("city", "Anytown"), ("city", "Gotham City"), ("city", "asdf"));
        Set(lead, name, value);
    }),
    new("invalid_postal_code", 10, (lead, _) => Set(lead, "postal_code", Pick<JsonNode>("00000", "123", "ABCDE", "99999x", 12, "none"))),
    new(
        "state_mismatch",
        14,
        (lead, city) => Set(lead, "postal_code", Pick(served.Where(other => other.State != city.State).ToArray()).Zip)),
    new("impossible_dob", 10, (lead, _) => Set(lead, "dob", Pick("1890-04-12", "02/30/1985", "2099-01-01", "00/00/0000", "1850-01-01"))),
    new("spam", 10, (lead, _) => Set(lead, "comments", Pick(
        "Best panels at https://panels.example/buy", "[url=http://pills.example]pills[/url]", "<a href=\"http://x.example\">free</a>"))),
    new("no_consent", 50, (lead, _) => Set(lead, "tcpa_consent", Pick<JsonNode?>(null, null, "", "no", "No ", "false", "0", false))),
    new("no_consent_proof", 14, (lead, _) => {
        Set(lead, "consent_text", Pick<string?>(null, ""));
        Set(lead, "trustedform_cert_url", Pick<string?>(null, ""));
    }),
    new("wrong_certificate", 12, (lead, _) => Set(
        lead, "trustedform_cert_url", $"https://{Pick("certs.example", "cert.trustedform.example", "leads.example.net")}/{Hex(40)}")),
    new("under_age", 10, (lead, _) => Set(lead, "dob", $"{random.Next(2010, 2015)}-0{random.Next(1, 10)}-1{random.Next(10)}")),
    new("no_created_at", 14, (lead, _) => Set(lead, "created_at", Pick<string?>(null, "", "yesterday", "unknown"))),
    new("too_old", 46, (lead, _) => Set(lead, "created_at", Pick(
        $"{{now-{random.Next(6, 60)}m}}", $"{{now-{random.Next(1, 23)}h}}", $"{{now-{random.Next(1, 40)}d:us}}",
        $"{{now-{random.Next(400, 900)}s:unix}}", $"{{now-{random.Next(1, 9)}h:rfc}}"))),
    new(
        "created_in_future",
        12,
        (lead, _) =>
            Set(lead, "created_at", Pick($"{{now+{random.Next(1, 12)}h}}", $"{{now+{random.Next(5, 50)}m:unixms}}", "{now+1d:us}"))),
    new("incentivized", 18, (lead, _) => {
        var (name, value) = Pick(
            ("incentivized", "true"), ("incentivized", "Yes"), ("lead_type", "Incentivized"), ("lead_type", "sweepstakes"),
            ("lead_type", "coreg"));
        Set(lead, name, value);
    }),
    new("renter", 18, (lead, _) => Set(
        lead, "homeowner", Pick<JsonNode>("no", "No", "false", "0", false, "Rent", "No, I rent", "i_rent", "I rent"))),
    new("no_location", 10, (lead, _) => {
        Set(lead, "state", Pick<string?>(null, "", "N/A"));
        Set(lead, "postal_code", Pick<string?>(null, "", "  "));
    }),
    new("state_not_served", 46, (lead, _) => {
        var city = Pick(unserved);
        Set(lead, "city", city.Name);
        Set(lead, "state", Pick(city.State, city.State.ToLowerInvariant(), city.StateName, null));
        Set(lead, "postal_code", city.Zip);
    }),
    new("low_bill", 20, (lead, _) => Set(lead, "monthly_bill", Pick<JsonNode>(
        60, "45", 74.99, " 50.00 ", "$0 - $50", "Less than $50", "less_than_$50", "$50-$70/mo"))),
    new("property_unsuitable", 16, (lead, _) => Set(lead, "property_type", Pick(
        "Apartment", "condo", "MOBILE HOME", "Commercial", "Townhouse/Condo"))),
    new("roof_unsuitable", 12, (lead, _) => {
        var (name, value) = Pick(("roof_type", "Slate"), ("roof_type", "wood shake"), ("roof_shade", "Full"), ("roof_shade", " heavy"),
            ("roof_shade", "Mostly Shaded"), ("roof_type", "Wood Shake Shingles"));
        Set(lead, name, value);
    }),
    new("has_solar", 12, (lead, _) => Set(lead, "has_solar", Pick<JsonNode>("yes", true, "Y", "Yes, on the garage"))),

    // Behind all reasons of rules stands an answer that cannot be read.
    new("unreadable_homeowner", 8, (lead, _) => Set(lead, "homeowner", Pick("depends", "n/a", "{{homeowner}}", "undefined", "maybe")))];
string[] criteria = ["no_location", "state_not_served", "low_bill", "property_unsuitable", "roof_unsuitable", "has_solar"];


var lines = new List<Line>();
lines.AddRange(Times(620, _ => Sent(Good(Pick(served)), Vendor(), "accept")));
lines.AddRange(faults.SelectMany(fault => Times(fault.Count, _ => Spoiled(criteria.Contains(fault.Reason) ? "acme" : Vendor(), fault))));

// Two faults at once: the first in the order of the rules is the primary reason.
string[] independent = ["bot", "form_too_fast", "no_consent", "too_old", "incentivized", "renter"];
var pairable = faults.Where(fault => independent.Contains(fault.Reason)).ToArray();
lines.AddRange(Times(24, i => Spoiled(Vendor(), pairable[i % 3], pairable[3 + (i % 2)])));

// bright is paid for leads that only miss the criteria.
lines.AddRange(Times(36, i => Spoiled("bright", faults.First(fault => fault.Reason == criteria[i % criteria.Length])))
    .Select(line => line with { Expect = "accept", Note = "waived by contract: " + line.Note }));

// The shadow rules match these, and change nothing.
lines.AddRange(Times(12, _ => Good(Pick(served), complete: true)).Select(lead =>
{
    Set(lead, "phone_1", PhoneNumber(Pick(unserved)));
    return Sent(lead, Vendor(), "accept") with { Note = "shadow: phone_out_of_area, phone_of_other_state" };
}));

AddGroups(25, "same person from two vendors", i => i % 2 == 0 ? Again(i, "acme", "bright") : Again(i, "bright", "acme"));
AddGroups(13, "same person again from the same vendor", i => Again(i, "acme", "acme"));
AddGroups(25, "resend", _ => Twice(Sent(Good(Pick(served)), Vendor(), "accept")));
AddGroups(9, "resend of a rejected lead", i => Twice(Spoiled("acme", faults[i * 3])));
AddGroups(9, "put right after a rejection", _ => PutRight());

var samples = Path.Combine(folder, "..", "samples");
File.WriteAllText(Path.Combine(samples, "leads.ndjson"), string.Concat(Shuffled().Select(line => ToJson(line) + "\n")));
File.WriteAllText(Path.Combine(samples, "leads.csv"), ToCsv([
    .. Again(0, "acme", "bright").Select(line => line with { Group = "g1", Note = "same person from two vendors" }),
    .. Times(20, _ => Sent(Good(Pick(served)), Vendor(), "accept")),
    .. faults.Select(fault => Spoiled("acme", fault))]));
Report();
foreach (var (id, plan) in JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "sample-campaigns.json")))!.AsObject())
{
    lines.Clear();
    campaign = id;
    MakeFor(plan!.AsObject());
    File.WriteAllText(Path.Combine(samples, $"{id}.ndjson"), string.Concat(Shuffled().Select(line => ToJson(line) + "\n")));
    Report();
}

void Report() =>
    Console.WriteLine($"{campaign}: {lines.Count} leads, {lines.Count(line => line.Expect == "accept")} of them to be accepted");

// ---- other campaigns ----

void MakeFor(JsonObject plan)
{
    var (vendors, trial, always) = (Texts(plan["vendors"]), $"{plan["trial"]}", Texts(plan["always"]));
    dress = lead =>
    {
        Array.ForEach(["homeowner", "monthly_bill", "property_type", "roof_type"], name => lead.Remove(name));
        Set(lead, "consent_text", lead.ContainsKey("consent_text") ? plan["consent"]!.DeepClone() : null);
        SetAny(lead, plan["fields"]);
        return lead;
    };
    lines.AddRange(Times(120, i => Sent(Good(Pick(served), complete: true), i % 6 == 0 ? trial : Pick(vendors), "accept")));
    var common = Texts(plan["common"]).Select(reason => faults.First(fault => fault.Reason == reason)).ToArray();
    lines.AddRange(common.SelectMany(fault => Times(6, _ => Spoiled(Pick(vendors), fault))));

    // A vendor on trial: only what holds always rejects.
    lines.AddRange(common.SelectMany(fault => Times(2, _ => Spoiled(trial, fault)))
        .Select(line => always.Contains(line.Expect) ? line : line with { Expect = "accept", Note = "trial: " + line.Note }));
    foreach (var own in plan["own"]!.AsArray())
    {
        var fault = new Fault($"{own!["expect"]}", 0, (lead, _) => SetAny(lead, own["set"]));
        var sellers = own["vendors"] is { } named ? Texts(named) : vendors;
        lines.AddRange(
            Times(6, _ => Spoiled(Pick(sellers), fault)).Select(line => own["note"] is { } note ? line with { Note = $"{note}" } : line));
    }

    AddGroups(10, "same person from two vendors", i => Again(i, vendors[i % 2], vendors[1 - (i % 2)]));
    AddGroups(8, "resend", _ => Twice(Sent(Good(Pick(served), complete: true), Pick(vendors), "accept")));
}

void SetAny(JsonObject lead, JsonNode? choices)
{
    foreach (var (name, values) in choices!.AsObject())
    {
        Set(lead, name, values![random.Next(values.AsArray().Count)]?.DeepClone());
    }
}

string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(text => $"{text}")];

// ---- leads ----

JsonObject Good(City city, bool complete = false)
{
    var lead = new JsonObject { ["first_name"] = Untidy(Pick(firstNames)), ["last_name"] = Untidy(Pick(lastNames)) };
    var reach = complete ? 2 : random.Next(20);
    Set(lead, "email", reach == 0 ? null : MixCase($"{LocalPart(lead)}@{Pick(mailHosts)}"));
    Set(lead, "phone_1", reach == 1 ? null : PhoneNumber(city));
    Sometimes(lead, "address_1", $"{random.Next(100, 9900)} {Pick(streets)}");
    Set(lead, "city", Untidy(city.Name));
    Set(lead, "state", Pick(city.State, city.State, city.State.ToLowerInvariant(), $" {city.State} ", city.StateName));
    Set(lead, "postal_code", city.Zip[0] == '0' ? city.Zip : Pick<JsonNode>(city.Zip, $"{city.Zip}-{Digits(4)}", int.Parse(city.Zip)));
    Set(lead, "created_at", $"{{now-{random.Next(5, 120)}s{Pick("", "", ":iso", ":unix", ":unixms", ":us", ":rfc")}}}");
    Set(lead, "tcpa_consent", Pick<JsonNode>("yes", "Yes", "Y", "true", "TRUE", "1", true));
    var proof = random.Next(3);
    Set(lead, "consent_text", proof == 0 ? null : "By clicking Get My Quote I agree to be called about solar offers, even by autodialer.");
    Set(lead, "trustedform_cert_url", proof == 1 ? null : $"https://cert.trustedform.com/{Hex(40)}");
    Sometimes(lead, "ip_address", $"{Pick(24, 47, 66, 73, 98, 174)}.{random.Next(1, 250)}.{random.Next(256)}.{random.Next(1, 255)}");
    Sometimes(lead, "user_agent", Pick(userAgents));
    Sometimes(lead, "seconds_on_form", Pick<JsonNode>(random.Next(8, 240), $"{random.Next(8, 240)}", $"{random.Next(8, 90)}.5"));
    Sometimes(lead, "page_views", Pick<JsonNode>(random.Next(1, 9), $"{random.Next(1, 9)}"));
    Sometimes(lead, "source", Pick("solar-savings.example", "quotes.example", "HomeTips.example"));
    Sometimes(lead, "sub_id", $"{Pick("fb", "gg", "em")}-{Digits(4)}");
    Sometimes(lead, "homeowner", Pick<JsonNode>("yes", "Yes", "1", "true", true, ""));
    Sometimes(lead, "monthly_bill", Bill());
    Sometimes(lead, "property_type", Pick("Single family", "house", "townhouse"));
    Sometimes(lead, "roof_type", Pick("asphalt shingle", "Tile", "metal", ""));
    Sometimes(lead, "utm_campaign", "spring-" + Digits(2)); // unknown to the campaign, hence ignored
    return dress(lead);
}

// The vendors differ in the names that they use: ours, ours in capitals, camel case, nested objects.
Line Sent(JsonObject lead, string vendor, string expect) => new(vendor, expect, null, null, lead, random.Next(5));

Line Spoiled(string vendor, params Fault[] with)
{
    var city = Pick(served);
    var lead = Good(city, complete: true);
    Array.ForEach(with, fault => fault.Spoil(lead, city));
    return Sent(lead, vendor, with[0].Reason) with { Note = string.Join(" + ", with.Select(fault => fault.Reason)) };
}

// One person in two leads: the same e-mail address, the same phone number, or both.
Line[] Again(int i, string first, string second)
{
    var city = Pick(served);
    var (one, two) = (Good(city, complete: true), Good(city, complete: true));
    Set(two, "first_name", one["first_name"]!.ToString().ToUpperInvariant());
    Set(two, "last_name", one["last_name"]!.DeepClone());
    if (i % 3 != 1)
    {
        Set(two, "email", one["email"]!.ToString().Trim().ToUpperInvariant() + " ");
    }

    if (i % 3 != 2)
    {
        var digits = string.Concat(one["phone_1"]!.ToString().Split('x')[0].Where(char.IsAsciiDigit));
        Set(two, "phone_1", $"1 ({digits[^10..^7]}) {digits[^7..^4]} {digits[^4..]}");
    }

    return [Sent(one, first, "accept"), Sent(two, second, "duplicate")];
}

Line[] Twice(Line line) => [line, line];

Line[] PutRight()
{
    var lead = Good(Pick(served), complete: true);
    var bad = (JsonObject)lead.DeepClone();
    bad.Remove("tcpa_consent");
    return [Sent(bad, "acme", "no_consent"), Sent(lead, "acme", "accept")];
}

void AddGroups(int count, string note, Func<int, Line[]> make) => lines.AddRange(
    Times(count, make).SelectMany(
        (members, i) => members.Select(line => line with { Group = $"{note.Replace(' ', '-')}-{i + 1}", Note = note })));

// The order is mixed, but the leads of a group keep theirs.
IEnumerable<Line> Shuffled()
{
    var members = lines.Where(line => line.Group is not null).GroupBy(line => line.Group!).ToDictionary(
        group => group.Key, group => new Queue<Line>(group));
    return lines.OrderBy(_ => random.Next()).ToArray().Select(line => line.Group is null ? line : members[line.Group].Dequeue());
}

// ---- values ----

JsonNode PhoneNumber(City city)
{
    string a, b, c;
    do
    {
        (a, b, c) = (Area(city), Exchange(), LastFour());
    }
    while ((a + b + c).Distinct().Count() < 5 || !usedPhones.Add(a + b + c));
    return Pick<JsonNode>(
        $"({a}) {b}-{c}", $"{a}-{b}-{c}", $"{a}.{b}.{c}", $"{a}{b}{c}", $"1-{a}-{b}-{c}", $"+1 {a} {b} {c}", $"+1{a}{b}{c}",
        $"1 ({a}) {b}-{c}", $"{a} {b} {c}",
        $" ({a}){b}-{c} ", $"{a}/{b}-{c}", $"+1 ({a}) {b}-{c}", $"1{a}{b}{c}", $"{a}–{b}–{c}", $"+1-{a}-{b}-{c}", $"({a}) {b}-{c} x12",
        $"{a} - {b} - {c}",
        long.Parse(a + b + c));
}

// Neither N11 nor 555, and nothing that counts up.
string Exchange() => $"{Pick(2, 3, 4, 6, 7, 8, 9)}{Pick(0, 4, 7, 8)}{Pick(0, 2, 5, 9)}";
string LastFour() => $"{Pick(2, 3, 5, 6, 8)}{Pick(0, 7, 9)}{Digits(2)}";
string Area(City city) => Pick(city.Areas.Split(' '));
string Digits(int count) => string.Concat(Times(count, _ => random.Next(10)));
string Hex(int count) => string.Concat(Times(count, _ => "0123456789abcdef"[random.Next(16)]));
string Vendor() => Pick("acme", "bright");
string LocalPart(JsonObject lead) => Name(lead["first_name"]) + "." + Name(lead["last_name"]) + Digits(5);
string Name(JsonNode? name) => string.Concat(name!.ToString().ToLowerInvariant().Where(char.IsAsciiLetter));
string Untidy(string text) =>
    random.Next(8) switch { 0 => text.ToUpperInvariant(), 1 => text.ToLowerInvariant(), 2 => $" {text}", 3 => $"{text}  ", _ => text };
string MixCase(string text) =>
    random.Next(6) switch { 0 => text.ToUpperInvariant(), 1 => char.ToUpperInvariant(text[0]) + text[1..], 2 => $" {text} ", _ => text };
JsonNode Bill() =>
    Pick<JsonNode>(random.Next(80, 420), $"{random.Next(80, 420)}.00", random.Next(80, 420) + 0.5, $"${random.Next(80, 420)}");
T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
T[] Times<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

// Left out, or sent as null, now and then.
void Sometimes(JsonObject lead, string name, JsonNode value)
{
    var chance = random.Next(100);
    if (chance < 63)
    {
        lead[name] = chance < 60 ? value : null;
    }
}

string[] Words(string key) => [.. words[key]!.AsArray().Select(word => word!.ToString())];
City[] Cities(string key) => [.. words[key]!.AsArray().Select(city =>
    new City($"{city!["name"]}", $"{city["state"]}", $"{city["stateName"]}", $"{city["zip"]}", $"{city["areas"]}"))];

void Set(JsonObject lead, string name, JsonNode? value)
{
    lead.Remove(name);
    if (value is not null)
    {
        lead[name] = value;
    }
}

// ---- files ----

string ToJson(Line line)
{
    var json = new JsonObject { ["_vendor"] = line.Vendor, ["_expect"] = line.Expect };
    Set(json, "_campaign", campaign == "solar" ? null : campaign);
    Set(json, "_group", line.Group);
    Set(json, "_note", line.Note);
    foreach (var (name, value) in line.Lead)
    {
        string[] path = line.Style switch
        {
            1 => [name.ToUpperInvariant()],
            2 => [$"{words["flatNames"]![name] ?? name}"],
            3 => $"{words["nestedNames"]![name] ?? name}".Split('.'),
            _ => [name],
        };
        var parent = path.Length == 1 ? json : (JsonObject)(json[path[0]] ??= new JsonObject());
        parent[path[^1]] = value?.DeepClone();
    }

    return json.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

string ToCsv(Line[] lines)
{
    var names = lines.SelectMany(line => line.Lead.Select(field => field.Key)).Distinct().ToArray();
    var rows = lines.Select(
        line =>
            (IEnumerable<string?>)[line.Vendor, line.Expect, line.Group, line.Note, .. names.Select(name => line.Lead[name]?.ToString())]);
    return string.Concat(
        rows.Prepend(["_vendor", "_expect", "_group", "_note", .. names]).Select(row => string.Join(',', row.Select(Cell)) + "\n"));
}

string Cell(string? text) =>
    text is null ? "" : text.AsSpan().ContainsAny(",\"\n") || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"")}\"" : text;

sealed record City(string Name, string State, string StateName, string Zip, string Areas);

sealed record Fault(string Reason, int Count, Action<JsonObject, City> Spoil);

sealed record Line(string Vendor, string Expect, string? Group, string? Note, JsonObject Lead, int Style);

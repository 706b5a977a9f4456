#!/usr/bin/env dotnet
#:property PublishAot=false
#:property RunAnalyzers=false
#:property GenerateDocumentationFile=false

// Makes samples/labelled-contacts.csv: 1,000 contacts of people as they are, and 1,000 as forms get them from nobody, each with its label.
//     dotnet run tools/make-contacts.cs
// The same seed makes the same file. The label says how a row was made, not what the filter thinks of it: what is bad was written
// down by hand
// in contact-words.json, as people type it. Nobody is meant: names are put together, numbers and addresses drawn, at random.
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

const int Half = 1000;
string[] columns = [
    "first_name", "last_name", "email", "phone_1", "address_1", "address_2", "city", "state", "postal_code", "country", "dob", "ip_address",
    "user_agent",
    "seconds_on_form", "label", "why"];

var random = new Random(20_261_126);
var folder = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
var words = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "contact-words.json")))!;
var cities = Words("cities").Select(text => text.Split('|')).Select(
    parts => new City(parts[0], parts[1], parts[2], parts[3].Split(' '))).ToArray();
var cultures = words["names"]!.AsObject().Select(
    culture => (culture.Key, First: Names(culture.Value![0]), Last: Names(culture.Value[1]))).ToArray();
var (mailHosts, ownHosts, handles, streets, units, agents) =
    (Words("mailHosts"), Words("ownHosts"), Words("handles"), Words("streets"), Words("units"), Words("agents"));
var usedPhones = new HashSet<string>();

var rows = new List<Dictionary<string, string>>();
foreach (var (why, names) in words["goodNames"]!.AsObject())
{
    foreach (var name in names!.AsArray().Select(name => name!.ToString()))
    {
        var (first, last) = Halves(name);
        rows.Add(Labelled(Person(first, last), "good", why));
    }
}

while (rows.Count < Half)
{
    var (culture, first, last) = cultures[rows.Count % cultures.Length];
    var row = Person(Pick(first), Pick(last));
    var why = $"{culture} name";
    switch (random.Next(20))
    {
        case 0:
            row["phone_1"] = Written(Phone(OtherThan(row["state"])));
            why += ", kept the number of another state";
            break;
        case 1:
            row["email"] = $"{Pick(handles)}{Digits(random.Next(3))}@{Pick(mailHosts)}";
            why += ", a mailbox without it";
            break;
        case 2:
            row["email"] = $"{UserOf(row)}@{Pick(ownHosts)}";
            why += ", a domain of one's own";
            break;
        case 3:
            row["first_name"] = Pick(row["first_name"].ToUpperInvariant(), row["first_name"].ToLowerInvariant(), $"  {row["first_name"]} ");
            row["last_name"] = Pick(row["last_name"].ToUpperInvariant(), row["last_name"].ToLowerInvariant());
            why += ", typed carelessly";
            break;
        case 4:
            row["email"] = $"{UserOf(row)}+{Pick("solar", "offers", "junk", "2026")}@gmail.com";
            why += ", a tag in the mailbox";
            break;
        case 5:
            row["address_1"] = Pick(
                $"PO Box {random.Next(10, 9000)}",
                $"RR {random.Next(1, 9)} Box {random.Next(10, 400)}",
                $"{random.Next(10, 999)} 1/2 {Pick(streets)}");
            why += ", a box or half a house number";
            break;
    }

    rows.Add(Labelled(row, "good", why));
}

var kinds = words["bad"]!.AsObject().Select(
    kind => new Kind(kind.Key, (int)kind.Value![0]!, [.. kind.Value[1]!.AsArray().Select(text => text!.ToString())])).ToArray();
foreach (var kind in kinds)
{
    var texts = kind.Texts.OrderBy(_ => random.Next()).ToArray();
    for (var i = 0; i < kind.Count; i++)
    {
        var row = Person(Pick(cultures[i % cultures.Length].First), Pick(cultures[i % cultures.Length].Last));
        if (kind.Name == "two faults")
        {
            var (one, other) = (Pick(kinds[..8]), Pick(kinds[8..16]));
            Spoil(row, one.Name, Pick(one.Texts));
            Spoil(row, other.Name, Pick(other.Texts));
            rows.Add(Labelled(row, "bad", $"{one.Name}, {other.Name}"));
            continue;
        }

        Spoil(row, kind.Name, texts.Length == 0 ? "" : texts[i % texts.Length]);
        rows.Add(Labelled(row, "bad", kind.Name));
    }
}

var file = new StringBuilder().AppendJoin(',', columns).Append('\n');
foreach (var row in rows.OrderBy(_ => random.Next()))
{
    file.AppendJoin(',', columns.Select(column => Cell(row.GetValueOrDefault(column, "")))).Append('\n');
}

File.WriteAllText(Path.Combine(folder, "..", "samples", "labelled-contacts.csv"), file.ToString());
Console.WriteLine($"{rows.Count(row => row["label"] == "good")} good, {rows.Count(row => row["label"] == "bad")} bad");

// ---- people ----

Dictionary<string, string> Person(string first, string last)
{
    var city = Pick(cities);
    var row = new Dictionary<string, string> { ["first_name"] = first, ["last_name"] = last };
    var reach = random.Next(20);
    row["email"] = reach == 0 ? "" : $"{UserOf(row)}@{Pick(mailHosts)}";
    row["phone_1"] = reach == 1 ? "" : Written(Phone(city));
    row["address_1"] = random.Next(4) == 0 ? "" : $"{random.Next(1, 19_900)} {Pick(streets)}";
    row["address_2"] = row["address_1"] != "" && random.Next(6) == 0 ? Pick(units) : "";
    row["city"] = random.Next(8) == 0 ? city.Name.ToUpperInvariant() : city.Name;
    row["state"] = city.State;
    row["postal_code"] = city.Zip.Length == 5 && random.Next(5) == 0 ? $"{city.Zip}-{Digits(4)}" : city.Zip;
    row["country"] = random.Next(3) == 0 ? city.Zip.Length == 5 ? "US" : "CA" : "";
    row["dob"] = random.Next(2) == 0 ? "" : Born(random.Next(20) == 0 ? random.Next(1922, 1935) : random.Next(1940, 2007));
    row["ip_address"] = random.Next(2) == 0
        ? ""
        : $"{Pick(24, 47, 66, 73, 98, 174)}.{random.Next(1, 250)}.{random.Next(256)}.{random.Next(1, 255)}";
    row["user_agent"] = random.Next(3) == 0 ? "" : Pick(agents);
    row["seconds_on_form"] = random.Next(2) == 0 ? "" : $"{random.Next(9, 400)}";
    return row;
}

string Born(int year)
{
    var date = new DateOnly(year, random.Next(1, 13), random.Next(1, 29));
    return date.ToString(Pick("yyyy-MM-dd", "MM/dd/yyyy", "M/d/yyyy", "MMMM d, yyyy"), CultureInfo.InvariantCulture);
}

string UserOf(Dictionary<string, string> row)
{
    var (first, last) = (Letters(row["first_name"]), Letters(row["last_name"]));
    var number = Pick(Digits(2), Digits(3), Digits(4), $"{random.Next(1950, 2006)}", Digits(5));
    return random.Next(5) switch
    {
        0 => $"{first}.{last}{number}",
        1 => $"{first[..1]}{last}{number}",
        2 => $"{first}{last[..1]}{number}",
        3 => $"{last}.{first}{number}",
        _ => $"{first}_{number}",
    };
}

// Three digits of an area, an exchange that is no N11 and not 555, and a line without a pattern.
string Phone(City city)
{
    string phone;
    do
    {
        var area = Pick(city.Areas);
        var exchange = $"{Pick(2, 3, 4, 6, 7, 8, 9)}{Pick(0, 4, 6, 8)}{Pick(0, 2, 5, 9)}";
        phone = $"{area}{exchange}{Pick(2, 3, 5, 6, 8)}{Pick(0, 7, 9)}{Digits(2)}";
    }
    while (phone.Distinct().Count() < 5 || !usedPhones.Add(phone));
    return phone;
}

string Written(string phone)
{
    var (a, b, c) = (phone[..3], phone[3..6], phone[6..]);
    return Pick(
        $"({a}) {b}-{c}",
        $"{a}-{b}-{c}",
        $"{a}.{b}.{c}",
        phone,
        $"1-{a}-{b}-{c}",
        $"+1{phone}",
        $"+1 {a} {b} {c}",
        $"1 ({a}) {b}-{c}",
        $"{a} {b} {c}",
        $"({a}){b}-{c} x{Digits(2)}");
}

City OtherThan(string state) => Pick(cities.Where(city => city.State != state && city.State.Length == 2).ToArray());

Dictionary<string, string> Labelled(Dictionary<string, string> row, string label, string why)
{
    (row["label"], row["why"]) = (label, why);
    return row;
}

// ---- what is wrong ----

void Spoil(Dictionary<string, string> row, string kind, string text)
{
    var area = Pick(cities.Single(city => city.Zip == row["postal_code"].Split('-')[0]).Areas);
    text = text.Replace("{u}", UserOf(row)).Replace("{a}", area).Replace("{d4}", Digits(4)).Replace("{d}", Digits(2));
    switch (kind)
    {
        case "test name" or "placeholder" or "cartoon" or "celebrity" or "mash" or "profane" or "no name" or "digits or a site in the name":
            (row["first_name"], row["last_name"]) = Halved(text);
            break;
        case "throw-away mailbox" or "mistyped mail domain":
            row["email"] = $"{UserOf(row)}@{text}";
            break;
        case "mailbox of an office":
            row["email"] = $"{text}@{Pick(ownHosts)}";
            break;
        case "malformed mailbox" or "mailbox typed at random":
            row["email"] = text;
            break;
        case "number of fiction" or "repeated digits" or "digits in a row" or "number that cannot be" or "nobody's own number":
            row["phone_1"] = text;
            break;
        case "street of fiction":
            row["address_1"] = text;
            break;
        case "city of fiction":
            row["city"] = text;
            break;
        case "postal code of another state":
            row["postal_code"] = OtherThan(row["state"]).Zip;
            break;
        case "state, postal code and phone of three states":
            var there = OtherThan(row["state"]);
            row["postal_code"] = there.Zip;
            row["phone_1"] = Written(Phone(Pick(cities.Where(city => city.State != there.State && city.State != row["state"]).ToArray())));
            break;
        case "postal code that cannot be":
            row["postal_code"] = text;
            break;
        case "program, not a browser":
            row["user_agent"] = text;
            break;
        case "impossible date of birth":
            row["dob"] = text;
            break;
        case "address of no place on the internet":
            row["ip_address"] = text;
            break;
        case "faster than a person":
            row["seconds_on_form"] = text;
            break;
        case "neither phone nor mailbox":
            (row["email"], row["phone_1"]) = Halved(text);
            break;
        default:
            throw new InvalidOperationException($"contact-words.json has a kind that nobody knows how to make: {kind}");
    }
}

// ---- words ----

string[] Words(string key) => [.. words[key]!.AsArray().Select(word => word!.ToString())];

// A bar stands for a space within a name.
string[] Names(JsonNode? list) => [.. list!.ToString().Split(' ').Select(name => name.Replace('|', ' '))];

(string, string) Halved(string text) => (text[..text.IndexOf('|')], text[(text.IndexOf('|') + 1)..]);

// The first word, with the initials and titles that belong to it, and the rest.
(string, string) Halves(string name)
{
    var at = name.IndexOf(' ');
    return name.StartsWith("dr ", StringComparison.Ordinal)
        || name.StartsWith("Sgt ", StringComparison.Ordinal)
        || name.StartsWith("J. R. ", StringComparison.Ordinal)
        ? (name[..name.LastIndexOf(' ')], name[(name.LastIndexOf(' ') + 1)..]) : (name[..at], name[(at + 1)..]);
}

// Letters from a to z; a word where none is left.
string Letters(string name)
{
    var letters = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetter));
    return letters.Length == 0 ? Pick(handles)[..4] : letters;
}

string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));

T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

string Cell(string text) => text.AsSpan().ContainsAny(",\"\n") || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"")}\"" : text;

sealed record City(string Name, string State, string Zip, string[] Areas);

sealed record Kind(string Name, int Count, string[] Texts);

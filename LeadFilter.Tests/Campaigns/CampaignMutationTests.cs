using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Files;
using LeadFilter.Core.Vendors;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Campaigns;

/// <summary>The sample files, damaged at random: they load, or say where they are wrong, and nothing throws.</summary>
[TestClass]
public sealed class CampaignMutationTests
{
    private const int Mutations = 2000;

    private static readonly byte[] Solar = File.ReadAllBytes(Path.Combine(SampleFiles.Root, "campaigns", "solar.json"));
    private static readonly byte[] VendorsJson = File.ReadAllBytes(Path.Combine(SampleFiles.Root, "campaigns", "vendors.json"));
    private static readonly VendorDirectory Vendors = VendorDirectoryLoader.Load("vendors.json", VendorsJson).Value!;

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "null", "true", "-1", "1e999", "\"\"", "\"\\ud800\"", "\"email\"", "\"field\"", "\"is\"", "\"op\"", "\"in\"",
        "\"values\"", "\"not\"", "\"all\"", "[]", "{}", "\"accept\"", "\"(((\"", "//", "/*", "\n", "\"shadow\"", "\"acme\"", "0", "\"\\u0000\"",
    ];

    [TestMethod]
    public void A_campaign_with_damaged_bytes_never_throws() =>
        ForSeeds(Solar, DamageBytes, bytes => CampaignLoader.Load("solar.json", bytes, Vendors));

    [TestMethod]
    public void A_campaign_with_damaged_words_never_throws() =>
        ForSeeds(Solar, DamageWords, bytes => CampaignLoader.Load("solar.json", bytes, Vendors));

    [TestMethod]
    public void A_file_of_vendors_with_damaged_bytes_never_throws() =>
        ForSeeds(VendorsJson, DamageBytes, bytes => VendorDirectoryLoader.Load("vendors.json", bytes));

    [TestMethod]
    public void A_file_of_vendors_with_damaged_words_never_throws() =>
        ForSeeds(VendorsJson, DamageWords, bytes => VendorDirectoryLoader.Load("vendors.json", bytes));

    private static void ForSeeds<T>(byte[] good, Func<Random, byte[], byte[]> damage, Func<byte[], LoadResult<T>> load)
        where T : class =>
        Check.One(
            PropertyCases.Of(Mutations / 2),
            Prop.ForAll<int>(seed => LoadsOrTells(damage(new(seed), good), load)));

    private static bool LoadsOrTells<T>(byte[] bytes, Func<byte[], LoadResult<T>> load)
        where T : class
    {
        var result = load(bytes);
        var lines = bytes.Count(value => value == '\n') + 1;
        return result.Value is not null
            ? result.Mistakes.Count == 0
            : result.Mistakes.Count > 0 && result.Mistakes.All(mistake =>
                mistake.Line >= 1 && mistake.Line <= lines && mistake.Column >= 1 && mistake.Message.Length > 0 && mistake.Remedy.Length > 0);
    }

    private static byte[] DamageBytes(Random random, byte[] good)
    {
        var bytes = good.ToList();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)random.Next(256)); break;
                case 3: bytes.RemoveRange(at, Math.Min(random.Next(200), bytes.Count - at)); break;
                default: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(200), bytes.Count - at))); break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Changes whole tokens, so that most files are still JSON and the checks behind the parser are reached.</summary>
    private static byte[] DamageWords(Random random, byte[] good)
    {
        var words = Words(Encoding.UTF8.GetString(good));
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var at = random.Next(words.Count);
            switch (random.Next(3))
            {
                case 0: words[at] = Tokens[random.Next(Tokens.Length)]; break;
                case 1: words[at] = words[random.Next(words.Count)]; break;
                default: words.RemoveAt(at); break;
            }
        }

        return Encoding.UTF8.GetBytes(string.Concat(words));
    }

    /// <summary>Strings, comments, punctuation and what stands between them; together the whole text.</summary>
    private static List<string> Words(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, """//[^\n]*|"(?:\\.|[^"\\])*"|[{}\[\]:,]|[^{}\[\]:,"/]+|/""", default, TimeSpan.FromSeconds(5)).Select(match => match.Value)];
}

namespace LeadFilter.Tests.Campaigns;

/// <summary>A campaign is loaded again when one of its lists changes.</summary>
[TestClass]
public sealed class ListFilesTests
{
    [TestMethod]
    public void A_changed_list_takes_effect()
    {
        using var files = WithList("94107\n");
        Assert.AreEqual("", files.Mistakes());
        Assert.IsFalse(Accepts(files, "94107"));
        Assert.IsTrue(Accepts(files, "73301"));
        files.Write("lists/zips.txt", "73301\n");
        Assert.AreEqual("", files.Mistakes());
        Assert.IsTrue(Accepts(files, "94107"));
        Assert.IsFalse(Accepts(files, "73301"));
    }

    [TestMethod]
    public void Nothing_is_loaded_again_while_nothing_changes()
    {
        using var files = WithList("94107\n");
        var before = files.Watched.Reload();
        Assert.AreSame(before, files.Watched.Reload());
    }

    [TestMethod]
    public void G10_A_bad_list_changes_nothing_and_is_named()
    {
        using var files = WithList("94107\n");
        files.Mistakes();
        files.Write("lists/zips.txt", "94107\nnowhere\n");
        Assert.AreEqual(
            "lists/zips.txt:2:1 zips: this is not a valid postal_code (not a postal code). Correct the line, or make it a comment with # at its start.",
            files.Mistakes());
        Assert.IsFalse(Accepts(files, "94107"));
        files.Write("lists/zips.txt", "73301\n");
        Assert.AreEqual("", files.Mistakes());
        Assert.IsFalse(Accepts(files, "73301"));
    }

    [TestMethod]
    public void A_list_that_comes_later_is_read()
    {
        using var files = WithList(null);
        Assert.Contains("the list's file 'lists/zips.txt' is not there", files.Mistakes(), StringComparison.Ordinal);
        var before = files.Watched.Reload();
        Assert.AreSame(before, files.Watched.Reload());
        files.Write("lists/zips.txt", "94107\n");
        Assert.AreEqual("", files.Mistakes());
        Assert.IsFalse(Accepts(files, "94107"));
    }

    [TestMethod]
    public void A_list_that_nothing_uses_must_have_its_file_all_the_same()
    {
        using var files = new CampaignFiles();
        files.Write("loans.json", CampaignText.With("lists", """{ "zips": "lists/zips.txt" }"""));
        Assert.Contains("the list's file 'lists/zips.txt' is not there", files.Mistakes(), StringComparison.Ordinal);
    }

    [TestMethod]
    public void G10_A_list_that_goes_changes_nothing_but_is_missed_at_the_second_look()
    {
        using var files = WithList("94107\n");
        files.Mistakes();
        files.Delete("lists/zips.txt");
        Assert.AreEqual("", files.Mistakes());
        Assert.Contains("the list's file 'lists/zips.txt' is not there", files.Mistakes(), StringComparison.Ordinal);
        Assert.IsFalse(Accepts(files, "94107"));
    }

    [TestMethod]
    public void A_large_list_that_changes_its_length_takes_effect()
    {
        var many = string.Concat(Enumerable.Range(0, 50_000).Select(_ => $"85004{new string(' ', 20)}\n"));
        using var files = WithList(many);
        files.Mistakes();
        Assert.IsTrue(Accepts(files, "94107"));
        files.Write("lists/zips.txt", many + "94107\n");
        Assert.AreEqual("", files.Mistakes());
        Assert.IsFalse(Accepts(files, "94107"));
    }

    private static bool Accepts(CampaignFiles files, string zip) => TestLead.Decide(files.Find("loans")!, ("postal_code", zip)).IsAccepted;

    private static CampaignFiles WithList(string? list)
    {
        var files = new CampaignFiles();
        Directory.CreateDirectory(Path.Combine(files.Folder, "lists"));
        files.Write("loans.json", CampaignText.With(
            ("lists", """{ "zips": "lists/zips.txt" }"""),
            ("rules", CampaignText.RuleWith("""{ "field": "postal_code", "op": "in", "list": "zips" }"""))));
        if (list is not null)
        {
            files.Write("lists/zips.txt", list);
        }

        return files;
    }
}

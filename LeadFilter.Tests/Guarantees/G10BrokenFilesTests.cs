using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Guarantees;

/// <summary>G10: a campaign file that does not load changes nothing: the last good one stays, and its mistakes are told.</summary>
[TestClass]
public sealed class G10BrokenFilesTests
{
    private const string MissingVendors = "vendors.json:1:1 $: the file of vendors is missing. Write it as docs/campaigns.md says; without it nobody may send leads.";

    [TestMethod]
    public void G10_A_good_folder_loads_without_mistakes()
    {
        using var files = new CampaignFiles();
        Assert.IsNull(files.Version);
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("v1", files.Version);
        Assert.HasCount(4, files.Watched.Current.Vendors.All);
    }

    [TestMethod]
    public void G10_A_broken_change_keeps_the_last_good_version_and_tells_its_mistakes()
    {
        using var files = Loaded();
        files.Write("loans.json", CampaignText.With(("version", "\"v2\""), ("rules", "{}")));
        Assert.AreEqual("loans.json:7:10 $.rules: this is an object. Write an array [ … ].", files.Mistakes());
        Assert.AreEqual("v1", files.Version);
        Assert.AreEqual("loans.json:7:10 $.rules: this is an object. Write an array [ … ].", files.Mistakes());
    }

    [TestMethod]
    public void G10_A_mended_change_is_swapped_in()
    {
        using var files = Loaded();
        files.Write("loans.json", "{");
        files.Mistakes();
        files.Write("loans.json", CampaignText.With("version", "\"v2\""));
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("v2", files.Version);
    }

    [TestMethod]
    public void G10_A_change_of_the_same_length_and_time_stamp_is_seen()
    {
        using var files = Loaded();
        files.Write("loans.json", CampaignText.With("version", "\"v2\""));
        files.Mistakes();
        Assert.AreEqual("v2", files.Version);
    }

    [TestMethod]
    public void G10_Broken_vendors_keep_the_last_good_ones()
    {
        using var files = Loaded();
        files.Write("vendors.json", """{ "vendors": [] }""");
        Assert.AreEqual("vendors.json:1:14 $.vendors: this is an array. Write an object { … }.", files.Mistakes());
        Assert.IsTrue(files.Watched.Current.Vendors.TryFindByKey("acme-demo-key", out _));
        Assert.AreEqual("v1", files.Version);
    }

    [TestMethod]
    public void G10_A_campaign_changes_while_the_vendors_are_broken()
    {
        using var files = Loaded();
        files.Write("vendors.json", "");
        files.Write("loans.json", CampaignText.With("version", "\"v2\""));
        Assert.AreEqual("vendors.json:1:1 $: the file is empty. Put one object { … } into it.", files.Mistakes());
        Assert.AreEqual("v2", files.Version);
    }

    [TestMethod]
    public void G10_Vendors_that_are_broken_at_the_start_are_the_only_mistake()
    {
        using var files = new CampaignFiles();
        files.Write("vendors.json", "");
        Assert.AreEqual("vendors.json:1:1 $: the file is empty. Put one object { … } into it.", files.Mistakes());
        files.Write("vendors.json", TestCampaign.VendorsJson);
        Assert.AreEqual("", files.Mistakes());
    }

    [TestMethod]
    public void G10_A_vendor_that_leaves_breaks_the_campaigns_that_name_it_and_can_send_no_more()
    {
        using var files = Loaded();
        files.Write("vendors.json", TestCampaign.VendorsJson.Replace("\"acme\"", "\"apex\"", StringComparison.Ordinal));
        Assert.AreEqual("loans.json:11:22 $.vendors.acme: there is no vendor 'acme'. Add the vendor to vendors.json first.", files.Mistakes());
        Assert.AreEqual("v1", files.Version);
        Assert.IsFalse(files.Watched.Current.Vendors.Contains(TestCampaign.Id("acme")));
        files.Write("vendors.json", TestCampaign.VendorsJson);
        Assert.AreEqual("", files.Mistakes());
    }

    [TestMethod]
    public void G10_A_new_file_is_a_new_campaign()
    {
        using var files = Loaded();
        files.Write("cars.json", CampaignText.With("campaign", "\"cars\""));
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("v1", files.Find("cars")?.Version);
    }

    [TestMethod]
    public void G10_A_deleted_file_ends_its_campaign_at_the_second_look()
    {
        using var files = Loaded();
        files.Write("cars.json", CampaignText.With("campaign", "\"cars\""));
        files.Mistakes();
        files.Delete("loans.json");
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("v1", files.Version);
        Assert.AreEqual("", files.Mistakes());
        Assert.IsNull(files.Version);
        Assert.AreEqual("v1", files.Find("cars")?.Version);
    }

    [TestMethod]
    [DataRow("v1")]
    [DataRow("v2")]
    public void G10_A_file_that_is_saved_by_deleting_and_creating_it_never_vanishes(string version)
    {
        using var files = Loaded();
        for (var round = 0; round < 3; round++)
        {
            files.Delete("loans.json");
            Assert.AreEqual("", files.Mistakes());
            Assert.IsNotNull(files.Version);
            files.Write("loans.json", CampaignText.With("version", $"\"{version}\""));
            Assert.AreEqual("", files.Mistakes());
            Assert.AreEqual(version, files.Version);
        }
    }

    [TestMethod]
    public void G10_The_mistakes_of_a_broken_file_go_with_it()
    {
        using var files = Loaded();
        files.Write("cars.json", "{");
        Assert.AreNotEqual("", files.Mistakes());
        files.Delete("cars.json");
        files.Mistakes();
        Assert.AreEqual("", files.Mistakes());
    }

    [TestMethod]
    public void G10_Vendors_that_are_missed_twice_are_a_mistake_and_stay()
    {
        using var files = Loaded();
        files.Delete("vendors.json");
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual(MissingVendors, files.Mistakes());
        Assert.IsTrue(files.Watched.Current.Vendors.TryFindByKey("acme-demo-key", out _));
        files.Write("vendors.json", TestCampaign.VendorsJson);
        Assert.AreEqual("", files.Mistakes());
    }

    [TestMethod]
    public void G10_Vendors_that_were_never_there_are_a_mistake_at_once()
    {
        using var files = new CampaignFiles();
        files.Delete("vendors.json");
        Assert.AreEqual(MissingVendors, files.Mistakes());
    }

    [TestMethod]
    public void G10_A_folder_that_vanishes_leaves_what_was_loaded_and_a_mistake()
    {
        using var files = Loaded();
        Directory.Move(files.Folder, files.Folder + "-away");
        for (var look = 0; look < 3; look++)
        {
            Assert.StartsWith($"{files.Folder}:1:1 $: the folder of campaigns cannot be read: ", files.Mistakes(), StringComparison.Ordinal);
            Assert.AreEqual("v1", files.Version);
        }

        Directory.Move(files.Folder + "-away", files.Folder);
        Assert.AreEqual("", files.Mistakes());
    }

    [TestMethod]
    public void G10_A_folder_that_is_suddenly_empty_leaves_what_was_loaded_and_a_mistake()
    {
        using var files = Loaded();
        files.Delete("loans.json");
        files.Delete("vendors.json");
        for (var look = 0; look < 3; look++)
        {
            Assert.AreEqual($"{files.Folder}:1:1 $: the folder of campaigns is empty. Put the files back; what was loaded last stays in use.", files.Mistakes());
            Assert.AreEqual("v1", files.Version);
        }
    }

    [TestMethod]
    public void G10_Nothing_is_loaded_again_while_nothing_changes()
    {
        using var files = Loaded();
        var before = files.Watched.Current;
        Assert.AreSame(before, files.Watched.Reload());
        File.SetLastWriteTimeUtc(Path.Combine(files.Folder, "loans.json"), new(2026, 5, 5, 0, 0, 0, DateTimeKind.Utc));
        Assert.AreSame(before, files.Watched.Reload());
    }

    [TestMethod]
    public void G10_A_change_of_one_file_leaves_the_other_campaigns_as_they_are()
    {
        using var files = Loaded();
        var loans = files.Find("loans");
        files.Write("cars.json", CampaignText.With("campaign", "\"cars\""));
        files.Mistakes();
        Assert.AreSame(loans, files.Find("loans"));
    }

    [TestMethod]
    public void G10_Schemas_vendors_and_hidden_files_are_no_campaigns()
    {
        using var files = new CampaignFiles();
        files.Write("campaign.schema.json", "{}");
        files.Write("vendors.schema.json", "{}");
        files.Write(".#loans.json", "what an editor leaves");
        files.Write("loans.json.bak", "{");
        Assert.AreEqual("", files.Mistakes());
        Assert.HasCount(1, files.Watched.Current.Campaigns);
    }

    [TestMethod]
    public void G10_A_reader_that_holds_the_campaigns_sees_no_change()
    {
        using var files = Loaded();
        var (held, campaign) = (files.Watched.Current, files.Find("loans"));
        files.Write("loans.json", CampaignText.With("version", "\"v2\""));
        files.Write("cars.json", "{");
        files.Mistakes();
        Assert.AreSame(campaign, held.Campaigns[campaign!.Id]);
        Assert.IsEmpty(held.Mistakes);
        Assert.HasCount(1, held.Campaigns);
    }

    [TestMethod]
    public void G10_A_file_that_cannot_be_read_leaves_its_campaign_and_those_of_others()
    {
        using var files = Loaded();
        files.Write("cars.json", CampaignText.With("campaign", "\"cars\""));
        using (File.Open(Path.Combine(files.Folder, "loans.json"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            for (var look = 0; look < 3; look++)
            {
                Assert.StartsWith("loans.json:1:1 $: this file cannot be read: ", files.Mistakes(), StringComparison.Ordinal);
                Assert.AreEqual("v1", files.Version);
                Assert.AreEqual("v1", files.Find("cars")?.Version);
            }
        }

        Assert.AreEqual("", files.Mistakes());
    }

    [TestMethod]
    public void G10_A_link_to_nowhere_is_a_file_that_is_not_there()
    {
        using var files = Loaded();
        File.CreateSymbolicLink(Path.Combine(files.Folder, "cars.json"), Path.Combine(files.Folder, "nowhere"));
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("", files.Mistakes());
        Assert.AreEqual("v1", files.Version);
    }

    private static CampaignFiles Loaded()
    {
        var files = new CampaignFiles();
        Assert.AreEqual("", files.Mistakes());
        return files;
    }
}

using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Erasure;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Tests.Intake;
using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Erasure;

/// <summary>An erasure fails at each of its calls in turn, before or after the call took effect. Repeated, it leaves nothing.</summary>
[TestClass]
public sealed class ErasureFaultTests
{
    private const string Email = "zoe@example.com";

    private static readonly (string, string)[] Zoe = [("email", Email), ("phone_1", "415-738-2946"), ("state", "CA"), ("source", "ads.example")];

    // Found by its message alone: the address stands in a comment.
    private static readonly (string, string)[] Spouse = [("email", "sam@example.com"), ("phone_1", "415-738-2947"), ("state", "CA"), ("comments", $"or {Email}")];

    [TestMethod]
    public async Task A_repeated_erasure_leaves_nothing_wherever_the_first_one_failed()
    {
        var failed = true;
        for (var step = 0; failed; step++)
        {
            var scene = new IntakeFixture();
            await SellAsync(scene);
            var person = PersonOf(Email);

            failed = await FailsAsync(scene, person, step);
            await EraserOf(scene).RunAsync(person, dryRun: false, CancellationToken.None);

            await AssertErasedAsync(scene, $"after step {step}");
            Assert.IsLessThan(500, step, "the erasure never succeeds");
        }
    }

    private static async Task SellAsync(IntakeFixture scene)
    {
        await scene.SendAsync("acme", Zoe);
        scene.Queue.Bury(scene.Queue.Receive(QueueNames.Leads)!, "crm_refused", "The CRM answered 400.");
        await scene.SendAsync("acme", Spouse);
        await scene.SendAsync("acme", IntakeFixture.Person("ann"));
    }

    /// <summary>Whether the erasure came to the step, which then failed.</summary>
    private static async Task<bool> FailsAsync(IntakeFixture scene, Person person, int step)
    {
        var steps = 0;
        Fault fault = _ => steps++ == step ? throw new StoreUnavailableException("down") : ValueTask.CompletedTask;
        (scene.Tables.Fault, scene.Queue.Fault) = (fault, fault);
        try
        {
            await EraserOf(scene).RunAsync(person, dryRun: false, CancellationToken.None);
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
        finally
        {
            (scene.Tables.Fault, scene.Queue.Fault) = (null, null);
        }
    }

    private static async Task AssertErasedAsync(IntakeFixture scene, string when)
    {
        var records = await scene.LoggedAsync();
        var kept = records.Single(record => scene.Queue.Messages.Any(message => message.MessageId == $"{record.Lead}"));
        Assert.HasCount(1, scene.Queue.Messages, when);
        Assert.IsEmpty(await scene.Queue.ListAsync(QueueNames.Leads, CancellationToken.None).ToListAsync(), when);
        Assert.AreEqual($"{kept.Lead}", string.Join(' ', scene.Tables[TableNames.Claims].Rows.Select(row => row.Text("Lead"))), when);
        Assert.HasCount(2, scene.Tables[TableNames.Ledger].Rows, when);
        Assert.HasCount(3, records, when);
        Assert.IsEmpty(records.Where(record => record.Source == "ads.example"), when);
        Assert.IsEmpty(scene.Tables[TableNames.Receipts].Rows.Where(row => row.Text("Record")!.Contains("ads.example", StringComparison.Ordinal)), when);
    }

    private static Person PersonOf(string value) => Person.TryRead([value], out var person, out var why) ? person : throw new AssertFailedException(why);

    private static ErasePerson EraserOf(IntakeFixture scene) => new(
        scene.Tables,
        scene.Queue,
        new Only(scene.Campaign),
        scene.Claims,
        scene.Persons,
        new ReceiptBook(scene.Tables, scene.Clock),
        scene.Suppressions,
        new(new IdentityHasher(new byte[32])),
        scene.Clock);

    private sealed class Only(Campaign campaign) : ICampaigns
    {
        public IReadOnlyCollection<Campaign> All => [campaign];

        public Campaign? Find(CampaignId id) => campaign;
    }
}

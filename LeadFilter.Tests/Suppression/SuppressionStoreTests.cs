using System.Security.Cryptography;
using System.Text;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;
using static LeadFilter.Tests.Suppression.SuppressedCampaign;

namespace LeadFilter.Tests.Suppression;

/// <summary>How lists are filled, emptied and counted.</summary>
[TestClass]
public sealed class SuppressionStoreTests
{
    private readonly FaultyTables tables = new();
    private readonly FakeTimeProvider clock = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly SuppressionStore store;

    public SuppressionStoreTests() => store = new(tables, new(new(new byte[32])), new(tables, clock), clock);

    [TestMethod]
    public async Task Values_that_are_added_again_are_there_already()
    {
        var batch = Batch("customers", SuppressionKind.Email, "ann@example.com", "ben@example.com", " ANN@example.com");
        var (first, second) = (await AddAsync(batch), await AddAsync(batch));
        Assert.AreEqual("2 added, 0 renewed, 1 there | 0 added, 0 renewed, 3 there", $"{Told(first)} | {Told(second)}");
        Assert.AreEqual("customers 2", await CountedAsync());
    }

    [TestMethod]
    public async Task A_plain_value_and_its_SHA_256_are_one_entry()
    {
        await AddAsync(Batch("customers", SuppressionKind.Email, "ann@example.com"));
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("ann@example.com")));
        var again = await AddAsync(Batch("customers", SuppressionKind.Email, SuppressionForm.Sha256, hash));
        Assert.AreEqual("0 added, 0 renewed, 1 there", Told(again));
    }

    [TestMethod]
    public async Task An_end_is_moved_by_the_next_import_and_an_expired_entry_is_added_again()
    {
        var batch = Batch("customers", SuppressionKind.Email, "ann@example.com");
        await AddAsync(batch with { Expires = clock.GetUtcNow().AddDays(1) });
        var moved = await AddAsync(batch with { Expires = clock.GetUtcNow().AddDays(2) });
        clock.Advance(TimeSpan.FromDays(2));
        var expired = await CountedAsync();
        var added = await AddAsync(batch);
        Assert.AreEqual("0 added, 1 renewed, 0 there | customers 0 | 1 added, 0 renewed, 0 there", $"{Told(moved)} | {expired} | {Told(added)}");
    }

    [TestMethod]
    public async Task One_person_on_several_lists_is_one_row()
    {
        await AddAsync(Batch("customers", SuppressionKind.Email, "ann@example.com"));
        await AddAsync(Batch("unsubscribed", SuppressionKind.Email, "ann@example.com"));
        await store.RemoveAsync(Batch("customers", SuppressionKind.Email, "ann@example.com"), CancellationToken.None);
        Assert.AreEqual("customers 0, unsubscribed 1", await CountedAsync());
        Assert.HasCount(1, tables[TableNames.Suppressions].Rows.Where(row => row.PartitionKey != "lists"));
    }

    [TestMethod]
    public async Task A_plain_value_is_removed_in_whatever_form_it_came()
    {
#pragma warning disable CA5351 // What others' lists are made of.
        var md5 = Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes("a.nn@gmail.com")));
#pragma warning restore CA5351
        await AddAsync(Batch("customers", SuppressionKind.Email, SuppressionForm.Md5, md5));
        var removed = await store.RemoveAsync(Batch("customers", SuppressionKind.Email, "a.nn@gmail.com", "ben@example.com", "nobody"), CancellationToken.None);
        Assert.AreEqual("1 removed, 1 not there, 1 invalid", $"{removed.Removed} removed, {removed.NotThere} not there, {removed.Invalid.Count} invalid");
        Assert.IsFalse(tables[TableNames.Suppressions].Rows.Any(row => row.PartitionKey != "lists"));
    }

    [TestMethod]
    public async Task An_address_that_was_stored_under_its_former_text_is_removed()
    {
        var former = Convert.ToHexString(SHA256.HashData("100 medical center dr|85004"u8));
        await AddAsync(Batch("customers", SuppressionKind.Address, SuppressionForm.Sha256, former));
        await store.RemoveAsync(Batch("customers", SuppressionKind.Address, "100 Medical Center Dr, 85004"), CancellationToken.None);
        Assert.IsFalse(tables[TableNames.Suppressions].Rows.Any(row => row.PartitionKey != "lists"));
    }

    [TestMethod]
    public async Task What_is_invalid_is_told_by_its_line_and_never_by_its_value()
    {
        var plain = await AddAsync(Batch("customers", SuppressionKind.Email, "ann@example.com", "zzmarkzz"));
        var hashed = await AddAsync(Batch("customers", SuppressionKind.Email, SuppressionForm.Md5, "zzmarkzz", new string('g', 32)));
        Assert.AreEqual(
            "2: no @; 1: no md5: not 32 hex digits; 2: no md5: a character that is not a hex digit",
            string.Join("; ", plain.Invalid.Concat(hashed.Invalid).Select(one => $"{one.Line}: {one.Why}")));
    }

    [TestMethod]
    public async Task G9_No_table_holds_a_value_or_its_plain_hash()
    {
        const string person = "zzmarkzz@example.com";
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person)));
        await AddAsync(Batch("customers", SuppressionKind.Email, person));
        await AddAsync(Batch("customers", SuppressionKind.Email, SuppressionForm.Sha256, sha256));
        await AddAsync(Batch("customers", SuppressionKind.Phone, "4152341234"));
        foreach (var row in tables[TableNames.Suppressions].Rows)
        {
            var told = $"{row.PartitionKey} {row.RowKey} {string.Join(' ', row.Properties.Select(property => property.Value))}";
            Assert.IsFalse(
                told.Contains("zzmarkzz", StringComparison.Ordinal) || told.Contains("4152341234", StringComparison.Ordinal) || told.Contains(sha256, StringComparison.Ordinal),
                told);
        }
    }

    // A call that dies or fails at any place, before or after it took effect: putting the values again is all that is needed.
    [TestMethod]
    public async Task An_import_that_dies_at_any_call_is_finished_by_doing_it_again()
    {
        for (var failAt = 0; failAt < 12; failAt++)
        {
            var mine = new FaultyTables();
            var half = new SuppressionStore(mine, new(new(new byte[32])), new(mine, clock), clock);
            var batch = Batch("customers", SuppressionKind.Email, "ann@example.com", "ben@example.com");
            var seen = 0;
            mine.Fault = _ => Interlocked.Increment(ref seen) == failAt + 1 ? throw new StoreUnavailableException("down") : default;
            try
            {
                await half.AddAsync(batch, CancellationToken.None);
            }
            catch (StoreUnavailableException)
            {
                // The next attempt fixes it.
            }

            mine.Fault = null;
            await half.AddAsync(batch, CancellationToken.None);
            var counts = await half.CountAsync(CancellationToken.None);
            Assert.AreEqual(2, counts.Single().Total, $"failure of call {failAt}");
        }
    }

    [TestMethod]
    public async Task Lists_filled_by_many_at_once_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() =>
            AddAsync(Batch($"list-{at}", SuppressionKind.Email, [.. Enumerable.Range(0, 50).Select(person => $"p{person}@example.com")])))));
        Assert.AreEqual(string.Join(", ", Enumerable.Range(0, 8).Select(at => $"list-{at} 50")), await CountedAsync());
    }

    private static string Told(SuppressionTally tally) => $"{tally.Added} added, {tally.Renewed} renewed, {tally.AlreadyThere} there";

    private Task<SuppressionTally> AddAsync(SuppressionBatch batch) => store.AddAsync(batch, CancellationToken.None);

    private async Task<string> CountedAsync() =>
        string.Join(", ", (await store.CountAsync(CancellationToken.None)).Select(count => $"{count.List} {count.Total}"));
}

using System.Net;
using LeadFilter.Cli.Connections;

namespace LeadFilter.Tests.Connections;

[TestClass]
public sealed class OpenConnectionsTests
{
    private static readonly IPAddress Here = IPAddress.Loopback;
    private static readonly IPAddress There = IPAddress.Parse("192.0.2.7");

    [TestMethod]
    public void Within_the_bounds_nobody_has_to_go()
    {
        var book = New(max: 2);
        for (var number = 0; number < 2; number++)
        {
            Assert.IsNotNull(book.Admit(Here, out var evicted, out var bound));
            Assert.IsNull(evicted);
            Assert.IsNull(bound);
        }

        Assert.AreEqual((2, 0), book.Count);
    }

    [TestMethod]
    public void The_oldest_of_those_that_never_sent_a_request_goes_first()
    {
        var book = New(max: 3);
        var (useful, first, second) = (Admit(book), Admit(book), Admit(book));
        Serve(useful);

        Assert.AreSame(first, Evicted(book));
        Assert.AreSame(second, Evicted(book));
    }

    [TestMethod]
    public void Of_those_that_sent_requests_the_one_goes_whose_last_answer_is_longest_ago()
    {
        var book = New(max: 2);
        var (first, second) = (Admit(book), Admit(book));
        Serve(first);
        Serve(second);
        Serve(first);

        Assert.AreSame(second, Evicted(book));
    }

    [TestMethod]
    public void A_connection_at_work_stays_and_the_new_one_is_closed()
    {
        var book = New(max: 1);
        Admit(book).Begin();

        Assert.IsNull(book.Admit(Here, out var evicted, out var bound));

        Assert.IsNull(evicted);
        Assert.AreEqual(ConnectionBound.Total, bound);
        Assert.AreEqual((1, 0), book.Count);
    }

    [TestMethod]
    public void An_address_with_its_share_makes_room_among_its_own()
    {
        var book = New(max: 10, perAddress: 2);
        Admit(book, There);
        var own = Admit(book);
        Admit(book);

        Assert.IsNotNull(book.Admit(Here, out var evicted, out var bound));

        Assert.AreSame(own, evicted);
        Assert.AreEqual(ConnectionBound.Address, bound);
    }

    [TestMethod]
    public void An_address_whose_share_is_at_work_is_turned_away_and_another_is_not()
    {
        var book = New(max: 10, perAddress: 1);
        Admit(book).Begin();

        Assert.IsNull(book.Admit(Here, out _, out _));
        Assert.IsNotNull(book.Admit(There, out _, out _));
    }

    [TestMethod]
    public void The_same_address_in_the_form_of_version_6_is_the_same()
    {
        var book = New(max: 10, perAddress: 1);
        Admit(book).Begin();
        Assert.IsNull(book.Admit(Here.MapToIPv6(), out _, out _));
    }

    [TestMethod]
    public void What_is_closed_leaves_nothing_behind()
    {
        var book = New(max: 1);
        for (var number = 0; number < 100; number++)
        {
            var connection = Admit(book, IPAddress.Parse($"192.0.2.{number}"));
            connection.Begin();
            connection.End();
            connection.Close();
        }

        Assert.AreEqual((0, 0), book.Count);
    }

    [TestMethod]
    public void Connections_that_had_to_go_but_are_not_closed_yet_are_bounded_too()
    {
        var book = New(max: 2);
        Admit(book);
        Admit(book);
        var (first, second) = (Evicted(book), Evicted(book));

        Assert.IsNull(book.Admit(Here, out _, out _));

        first.Close();
        Assert.AreEqual((2, 1), book.Count);
        Assert.IsNotNull(book.Admit(Here, out _, out _));
        second.Close();
        Assert.AreEqual((2, 1), book.Count);
    }

    [TestMethod]
    public void A_request_that_ends_on_a_connection_that_had_to_go_changes_nothing()
    {
        var book = New(max: 1);
        var gone = Admit(book);
        Assert.AreSame(gone, Evicted(book));

        gone.Begin();
        gone.End();
        gone.Close();

        Assert.AreEqual((1, 0), book.Count);
        Assert.AreNotSame(gone, Evicted(book));
    }

    [TestMethod]
    public void A_connection_is_at_work_until_its_last_request_is_answered()
    {
        var book = New(max: 1);
        var several = Admit(book);
        several.Begin();
        several.Begin();
        several.End();
        Assert.IsNull(book.Admit(Here, out _, out _));

        several.End();
        Assert.AreSame(several, Evicted(book));
    }

    [TestMethod]
    public void A_proxy_has_as_many_connections_as_there_may_be()
    {
        var proxies = TrustedProxies.Read(new(name => name == "LEADFILTER_PROXIES" ? "192.0.2.0/28" : null, []));
        var book = new OpenConnections(new() { Max = 3, MaxPerAddress = 1 }, proxies);
        Assert.IsNotNull(book.Admit(There, out _, out _));
        Assert.IsNotNull(book.Admit(There, out var evicted, out var bound));
        Assert.IsNull(evicted);
        Assert.IsNull(bound);

        Admit(book);
        Assert.IsNotNull(book.Admit(Here, out evicted, out bound));
        Assert.AreEqual(ConnectionBound.Address, bound);
    }

    private static OpenConnections New(int max, int? perAddress = null) =>
        new(new() { Max = max, MaxPerAddress = perAddress ?? 1_000 }, TrustedProxies.None);

    private static OpenConnection Admit(OpenConnections book, IPAddress? address = null) => book.Admit(address ?? Here, out _, out _)!;

    private static OpenConnection Evicted(OpenConnections book)
    {
        book.Admit(Here, out var evicted, out _);
        return evicted!;
    }

    private static void Serve(OpenConnection connection)
    {
        connection.Begin();
        connection.End();
    }
}

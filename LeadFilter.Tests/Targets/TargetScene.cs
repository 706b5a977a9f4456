using LeadFilter.Pipeline.Targets;
using LeadFilter.Tests.Notices;

namespace LeadFilter.Tests.Targets;

/// <summary>Opt-outs on their way to a target on a real port.</summary>
internal sealed class TargetScene : IAsyncDisposable
{
    private const string KeyName = "LEADFILTER_SECRET_DIALER";

    public static readonly DateTimeOffset Start = NoticeScene.Start;

    private TargetScene(NoticeScene notices)
    {
        Notices = notices;
        Book = new(notices.Tables);
        Tell = new(notices, Book, notices.Sender, notices.Clock);
        Sweep = new(notices, Book, new(notices.Meters), notices.Clock, notices.Logs.For<TargetSweep>());
    }

    public NoticeScene Notices { get; }

    public TargetBook Book { get; }

    public TellTargets Tell { get; }

    public TargetSweep Sweep { get; }

    public static async Task<TargetScene> StartAsync(string? target = null)
    {
        var notices = await NoticeScene.StartAsync(others: static scene => new TargetReceivers(scene, scene.Settings));
        notices.Settings[KeyName] = "k3y";
        notices.Targets = TargetText.Loaded(target ?? $$"""
            "type": "webhook", "url": "{{notices.Receiver.Address}}", "json": { "number": "{phone}", "why": "{channels}" },
            "headers": { "Authorization": { "secret": "{{KeyName}}", "prefix": "Bearer " } }
            """);
        return new(notices);
    }

    public static OptOutRequest NewRequest(string id = "o1") => new()
    {
        Id = id,
        ReceivedAt = Start,
        Channels = ["call", "text"],
        Phone = "+12025550143",
        PhoneSha256 = new string('a', 64),
    };

    public async Task<string> AcknowledgementsAsync(string optOut) =>
        string.Join(", ", (await Book.ReadAsync(optOut, CancellationToken.None)).Select(static one => $"{one.Target} {one.Status} {one.At:yyyy-MM-dd HH:mm}"));

    public Task TellAsync() => Tell.SendAsync(NewRequest(), CancellationToken.None);

    public ValueTask DisposeAsync() => Notices.DisposeAsync();
}

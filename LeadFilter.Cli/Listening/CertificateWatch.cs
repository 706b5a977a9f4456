using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Listening;

/// <summary>Looks at the certificate's files every few seconds, says what became of them, and warns before the certificate ends.</summary>
/// <param name="certificate">The certificate.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say it.</param>
internal sealed partial class CertificateWatch(ServerCertificate certificate, TimeProvider time, ILogger<CertificateWatch> logger)
    : BackgroundService
{
    /// <summary>How long it waits between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How long before its end the certificate is warned of. Certificates of 90 days are usually renewed after 60.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(21);

    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromDays(1);

    private DateTimeOffset warnedAt = DateTimeOffset.MinValue;

    /// <summary>Looks once.</summary>
    internal void Look()
    {
        if (certificate.Look())
        {
            warnedAt = DateTimeOffset.MinValue;
            if (certificate.Problem is { } problem)
            {
                Unusable(logger, problem);
            }
            else
            {
                Loaded(logger, certificate.File, certificate.Until);
            }
        }

        WarnOfEnd();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        WarnOfEnd();
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Look();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private void WarnOfEnd()
    {
        var now = time.GetUtcNow();
        if (certificate.Until - now > Notice || now - warnedAt < BetweenWarnings)
        {
            return;
        }

        warnedAt = now;
        if (certificate.Until > now)
        {
            EndsSoon(logger, certificate.File, certificate.Until, (int)(certificate.Until - now).TotalDays);
        }
        else
        {
            Ended(logger, certificate.File, certificate.Until);
        }
    }

    [LoggerMessage(5030, LogLevel.Information, "The certificate {File} has changed and is in use. It is valid until {Until:u}")]
    private static partial void Loaded(ILogger logger, string file, DateTimeOffset until);

    [LoggerMessage(5031, LogLevel.Warning, "{Problem} The last good one stays in use")]
    private static partial void Unusable(ILogger logger, string problem);

    [LoggerMessage(5032, LogLevel.Warning, "The certificate {File} expires on {Until:u}, in {Days} days. Renew it: the new file is taken "
        + "without a restart")]
    private static partial void EndsSoon(ILogger logger, string file, DateTimeOffset until, int days);

    [LoggerMessage(5033, LogLevel.Error, "The certificate {File} expired on {Until:u}: clients refuse it. Renew it: the new file is taken "
        + "without a restart")]
    private static partial void Ended(ILogger logger, string file, DateTimeOffset until);
}

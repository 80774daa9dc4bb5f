package dev.parley.cost;

import java.util.Arrays;
import java.util.List;

/**
 * Shares acts of followers (leaving, muting, choosing less, reporting) out over the push messages they had seen, and over the account's base
 * rate of such acts.
 *
 * <p>An additive hazard: a follower acts at a rate of {@code base + sum over seen push messages p of a(p) * g(hours since seen)}. The kernel g has
 * the integral 1 and is 0 after {@link #HORIZON_HOURS}; so a(p) is the expected number of acts per person who saw p. It is a mixture of three
 * exponential decays, {@link #HALF_LIVES}, since some act at once and others days later; how much of each is learnt from all acts of the account.
 * Base, a(p) and the mixture are estimated by expectation maximisation. An act's share for p is {@code a(p) g / rate}; the cost of p is the sum of
 * its shares. docs/insight.md has the formulas and the errors measured.
 *
 * <p>A pure function of its question.
 */
final class Attribution {
    /** Nothing is laid to a push message that was seen longer ago. */
    static final double HORIZON_HOURS = 7 * 24.0;

    /** Hours in which each part of the excess rate after a push message halves. */
    static final List<Double> HALF_LIVES = List.of(0.5, 4.0, 24.0);

    /** How much of each part is believed before anything is known, in acts: with few acts the mixture stays near this. */
    static final List<Double> BELIEVED = List.of(4.0, 3.0, 3.0);

    /** Width of the interval in standard deviations: 95 of 100. */
    static final double WIDTH = 1.96;

    private static final int MOST_ROUNDS = 500;
    private static final double SETTLED = 1e-7;
    private static final int PARTS = HALF_LIVES.size();

    private Attribution() {}

    /**
     * One act.
     *
     * @param stratum which base rate the follower was under
     * @param hoursToEnd from the act to the end of what was observed
     * @param pushes indexes of the push messages seen before, within the horizon
     * @param hoursSince for each of them, hours from seeing it to the act
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, then only read
    record Act(int stratum, double hoursToEnd, int[] pushes, double[] hoursSince) {}

    /** So many people saw a push message so long before the end of what was observed. */
    record Showing(double hoursToEnd, double people) {}

    /**
     * What was observed.
     *
     * @param hoursFollowed for each stratum of followers, over how many hours they followed, all together
     * @param shown for each push message, when how many saw it
     * @param ends whether the act ends the follow, and with it the time in which a follower could act
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Question(double[] hoursFollowed, List<List<Showing>> shown, List<Act> acts, boolean ends) {}

    /**
     * The estimate.
     *
     * @param mixture how much of what a push message causes comes with each of {@link #HALF_LIVES}; adds up to 1
     * @param basePerHour for each stratum, acts per hour and follower that no push message has to answer for
     * @param cost for each push message, how many acts it caused
     * @param margin half the width of the interval around each cost
     * @param byBase acts that no push message has to answer for
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(double[] mixture, double[] basePerHour, double[] cost, double[] margin, double byBase) {
        /** Within how many hours half of what a push message causes has come. */
        double halfWithinHours() {
            var low = 0.0;
            var high = HORIZON_HOURS;
            for (var i = 0; i < 40; i++) {
                var middle = (low + high) / 2;
                var come = 0.0;
                for (var part = 0; part < PARTS; part++) {
                    come += mixture[part] * passed(part, middle);
                }
                low = come < 0.5 ? middle : low;
                high = come < 0.5 ? high : middle;
            }
            return high;
        }
    }

    static Answer answer(Question question) {
        var fit = new Fit(question);
        fit.settle();
        return fit.answer();
    }

    private static double rate(int part, double hoursSince) {
        var decay = Math.log(2) / HALF_LIVES.get(part);
        return hoursSince > HORIZON_HOURS
                ? 0
                : decay * Math.exp(-decay * Math.max(0, hoursSince)) / (1 - Math.exp(-decay * HORIZON_HOURS));
    }

    private static double passed(int part, double hours) {
        var decay = Math.log(2) / HALF_LIVES.get(part);
        return (1 - Math.exp(-decay * Math.clamp(hours, 0, HORIZON_HOURS))) / (1 - Math.exp(-decay * HORIZON_HOURS));
    }

    private static final class Fit {
        private final Question question;
        private final double[][] exposure = new double[PARTS][];
        private final double[][][] kernel;
        private final double[] mixture = new double[PARTS];
        private final double[] base;
        private final double[] perPerson;

        Fit(Question question) {
            this.question = question;
            var believed = BELIEVED.stream().mapToDouble(Double::doubleValue).sum();
            for (var part = 0; part < PARTS; part++) {
                mixture[part] = BELIEVED.get(part) / believed;
                exposure[part] = exposure(part);
            }
            kernel = question.acts().stream()
                    .map(act -> Arrays.stream(act.hoursSince())
                            .mapToObj(hours -> rates(hours))
                            .toArray(double[][]::new))
                    .toArray(double[][][]::new);
            base = new double[question.hoursFollowed().length];
            perPerson = new double[question.shown().size()];
            var acts = Math.max(1, question.acts().size());
            var hours = Arrays.stream(question.hoursFollowed()).sum();
            Arrays.fill(base, acts / Math.max(1, hours));
            Arrays.fill(perPerson, 0.01);
        }

        private static double[] rates(double hours) {
            var rates = new double[PARTS];
            for (var part = 0; part < PARTS; part++) {
                rates[part] = rate(part, hours);
            }
            return rates;
        }

        /** For each push message, the integral of one part of the kernel over everybody who saw it, as long as they followed. */
        private double[] exposure(int part) {
            var exposed = new double[question.shown().size()];
            for (var push = 0; push < exposed.length; push++) {
                for (var showing : question.shown().get(push)) {
                    exposed[push] += showing.people() * passed(part, showing.hoursToEnd());
                }
            }
            if (question.ends()) {
                for (var act : question.acts()) {
                    for (var i = 0; i < act.pushes().length; i++) {
                        var since = act.hoursSince()[i];
                        exposed[act.pushes()[i]] -= passed(part, since + act.hoursToEnd()) - passed(part, since);
                    }
                }
            }
            return exposed;
        }

        /** What each part of each push message did to the rate under which an act happened, and the whole rate in the last place. */
        private double mixed(double[] rates) {
            var mixed = 0.0;
            for (var part = 0; part < PARTS; part++) {
                mixed += mixture[part] * rates[part];
            }
            return mixed;
        }

        private double rateAt(int i) {
            var act = question.acts().get(i);
            var all = base[act.stratum()];
            for (var j = 0; j < act.pushes().length; j++) {
                all += perPerson[act.pushes()[j]] * mixed(kernel[i][j]);
            }
            return all;
        }

        void settle() {
            for (var round = 0; round < MOST_ROUNDS; round++) {
                var byBase = new double[base.length];
                var byPush = new double[perPerson.length];
                var byPart = new double[PARTS];
                for (var i = 0; i < kernel.length; i++) {
                    var act = question.acts().get(i);
                    var all = rateAt(i);
                    byBase[act.stratum()] += base[act.stratum()] / all;
                    for (var j = 0; j < act.pushes().length; j++) {
                        var push = act.pushes()[j];
                        for (var part = 0; part < PARTS; part++) {
                            var share = perPerson[push] * mixture[part] * kernel[i][j][part] / all;
                            byPush[push] += share;
                            byPart[part] += share;
                        }
                    }
                }
                if (improve(byBase, byPush, byPart) < SETTLED) {
                    return;
                }
            }
        }

        /** The maximisation: first each push message under the present mixture, then the mixture. Answers by how much anything moved. */
        private double improve(double[] byBase, double[] byPush, double[] byPart) {
            var moved = 0.0;
            for (var stratum = 0; stratum < base.length; stratum++) {
                base[stratum] = Math.max(1e-12, byBase[stratum] / Math.max(1e-9, question.hoursFollowed()[stratum]));
            }
            var expected = new double[PARTS];
            for (var push = 0; push < perPerson.length; push++) {
                var exposed = 0.0;
                for (var part = 0; part < PARTS; part++) {
                    exposed += mixture[part] * exposure[part][push];
                }
                var next = exposed < 1e-6 ? 0 : byPush[push] / exposed;
                moved = Math.max(moved, Math.abs(next - perPerson[push]));
                perPerson[push] = next;
                for (var part = 0; part < PARTS; part++) {
                    expected[part] += next * exposure[part][push];
                }
            }
            var all = Arrays.stream(expected).max().orElse(0);
            var sum = 0.0;
            for (var part = 0; part < PARTS; part++) {
                var believed = BELIEVED.get(part);
                mixture[part] = (byPart[part] + believed) / (Math.max(expected[part], all * 0.05) + 10);
                sum += mixture[part];
            }
            for (var part = 0; part < PARTS; part++) {
                mixture[part] /= sum;
            }
            return moved;
        }

        private double exposed(int parameter) {
            if (parameter < base.length) {
                return question.hoursFollowed()[parameter];
            }
            var exposed = 0.0;
            for (var part = 0; part < PARTS; part++) {
                exposed += mixture[part] * exposure[part][parameter - base.length];
            }
            return exposed;
        }

        /**
         * The variance of a cost has two parts: an act has one cause, of which only the chance is known (share * (1 - share), summed), and
         * the rates themselves are estimated (observed information, carried over to the cost by its gradient). A rate that is held at zero
         * by many hours in which nobody acted is known the better the harder it is held there.
         */
        Answer answer() {
            var parameters = base.length + perPerson.length;
            var information = new double[parameters][parameters];
            var gradient = new double[perPerson.length][parameters];
            var pull = new double[parameters];
            var cost = new double[perPerson.length];
            var chance = new double[perPerson.length];
            var byBase = 0.0;
            for (var i = 0; i < kernel.length; i++) {
                var act = question.acts().get(i);
                var all = rateAt(i);
                var count = act.pushes().length + 1;
                var at = new int[count];
                var slope = new double[count];
                at[0] = act.stratum();
                slope[0] = 1 / all;
                for (var j = 1; j < count; j++) {
                    at[j] = base.length + act.pushes()[j - 1];
                    slope[j] = mixed(kernel[i][j - 1]) / all;
                }
                for (var j = 0; j < count; j++) {
                    pull[at[j]] += slope[j];
                    for (var k = 0; k < count; k++) {
                        information[at[j]][at[k]] += slope[j] * slope[k];
                    }
                }
                byBase += base[act.stratum()] / all;
                for (var j = 1; j < count; j++) {
                    var push = act.pushes()[j - 1];
                    var share = perPerson[push] * slope[j];
                    cost[push] += share;
                    chance[push] += share * (1 - share);
                    gradient[push][at[j]] += slope[j];
                    for (var k = 0; k < count; k++) {
                        gradient[push][at[k]] -= share * slope[k];
                    }
                }
            }
            for (var j = 0; j < parameters; j++) {
                var held = Math.max(0, exposed(j) - pull[j]);
                information[j][j] += held * held;
            }
            var covariance = new Inverse(information);
            var margin = new double[cost.length];
            for (var push = 0; push < cost.length; push++) {
                margin[push] = WIDTH * Math.sqrt(chance[push] + covariance.spread(gradient[push]));
            }
            return new Answer(mixture.clone(), base.clone(), cost, margin, byBase);
        }
    }
}

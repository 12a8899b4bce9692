package dev.asyncfn.net;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** The order in which the addresses of a host are tried: RFC 8305, section 4. */
final class AddressOrder {
    private AddressOrder() {}

    /**
     * One address of each family in turn, beginning with that of the first one; in a family, as they were. So an address family that does
     * not work costs one delay, however many addresses it has.
     *
     * @param preferred as the resolver has sorted them (RFC 6724)
     */
    static List<InetAddress> interleaved(InetAddress... preferred) {
        List<InetAddress> first = new ArrayList<>();
        List<InetAddress> other = new ArrayList<>();
        for (InetAddress address : preferred) {
            boolean isOfTheFirst = address.getClass() == preferred[0].getClass();
            (isOfTheFirst ? first : other).add(address);
        }
        List<InetAddress> order = new ArrayList<>(preferred.length);
        for (int i = 0; i < Math.max(first.size(), other.size()); i++) {
            if (i < first.size()) {
                order.add(first.get(i));
            }
            if (i < other.size()) {
                order.add(other.get(i));
            }
        }
        return order;
    }
}

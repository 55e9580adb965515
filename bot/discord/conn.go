package discord

import (
	"context"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// idleConn is the network connection under the gateway's WebSocket. A connection on which nothing arrives for
// longer than idle is dead: reading fails then, where TCP would wait for minutes. After a failed read nothing
// more is written, so that discordgo's closing frame (1000, which would end the session at Discord) stays here
// and the session can be resumed.
type idleConn struct {
	net.Conn
	idle   time.Duration
	broken atomic.Bool
	wrote  chan struct{} // receives after a write, if it is empty
}

// Read implements [net.Conn].
func (c *idleConn) Read(b []byte) (int, error) {
	if err := c.SetReadDeadline(time.Now().Add(c.idle)); err != nil {
		return 0, err
	}
	n, err := c.Conn.Read(b)
	if err != nil {
		c.broken.Store(true)
	}
	return n, err
}

// Write implements [net.Conn].
func (c *idleConn) Write(b []byte) (int, error) {
	if c.broken.Load() {
		return len(b), nil
	}
	n, err := c.Conn.Write(b)
	select {
	case c.wrote <- struct{}{}:
	default:
	}
	return n, err
}

// line dials the gateway's connections and can cut the present one.
type line struct {
	idle time.Duration

	mu   sync.Mutex
	conn *idleConn
	dead bool
}

// dial is a [websocket.Dialer]'s NetDialContext.
func (l *line) dial(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.dead {
		conn.Close()
		return nil, net.ErrClosed
	}
	l.conn = &idleConn{Conn: conn, idle: l.idle, wrote: make(chan struct{}, 1)}
	return l.conn, nil
}

// nextWrite receives when something is written after the call; nil if there is no connection.
func (l *line) nextWrite() <-chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.conn == nil {
		return nil
	}
	select {
	case <-l.conn.wrote:
	default:
	}
	return l.conn.wrote
}

// cut ends the connection and lets no other be made.
func (l *line) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.dead = true
	if l.conn != nil {
		l.conn.Close()
	}
}
